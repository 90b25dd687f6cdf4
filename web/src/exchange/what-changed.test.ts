import { whatChanged } from './what-changed';

const side = (giverId: string, ...ids: string[]) => ({ giver: { id: giverId }, items: ids.map((id) => ({ id })) });

describe('what changed between two offers', () => {
  test('nothing, when only the order is another', () => {
    expect(whatChanged([side('me', 'a', 'b'), side('you', 'c')], [side('you', 'c'), side('me', 'b', 'a')])).toEqual([]);
  });

  test('what was added and what was taken out, by who gives it', () => {
    expect(whatChanged([side('me', 'a'), side('you', 'c')], [side('me', 'b'), side('you', 'c', 'd')])).toEqual([
      { giverId: 'me', added: [{ id: 'b' }], removed: [{ id: 'a' }] },
      { giverId: 'you', added: [{ id: 'd' }], removed: [] },
    ]);
  });

  test('a thing that cannot be shown is no change', () => {
    const gone = { giver: { id: 'me' }, items: [null, { id: 'a' }] };
    expect(whatChanged([gone], [side('me', 'a')])).toEqual([]);
  });
});
