import { arrange, isSameOrder } from './arrange';

const exchange = (id: string, status: 'PROPOSED' | 'ACCEPTED' | 'DECLINED', awaiting: string[]) => ({ id, status, isPaused: false, awaiting: awaiting.map((person) => ({ id: person })), legs: [] });

describe('the list of exchanges', () => {
  test('is grouped by what there is to do, in the order in which they come', () => {
    const list = [exchange('1', 'PROPOSED', ['you']), exchange('2', 'PROPOSED', ['me']), exchange('3', 'ACCEPTED', ['me', 'you']), exchange('4', 'DECLINED', [])];
    expect(arrange(list, 'me')).toEqual([
      { id: '1', group: 'waiting' },
      { id: '2', group: 'turn' },
      { id: '3', group: 'agreed' },
      { id: '4', group: 'past' },
    ]);
  });

  test('is another order when one moves to another group', () => {
    const before = arrange([exchange('1', 'PROPOSED', ['me'])], 'me');
    expect(isSameOrder(before, arrange([exchange('1', 'PROPOSED', ['me'])], 'me'))).toBe(true);
    expect(isSameOrder(before, arrange([exchange('1', 'PROPOSED', ['you'])], 'me'))).toBe(false);
  });
});
