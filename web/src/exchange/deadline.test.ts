import { toNearness } from './deadline';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-22T22:30:00.000Z');

describe('how near a deadline is', () => {
  test.each([
    ['2026-11-22T22:59:00.000Z', 'Europe/Paris', 'today'],
    ['2026-11-22T23:30:00.000Z', 'Europe/Paris', 'tomorrow'],
    ['2026-11-22T23:30:00.000Z', 'America/Martinique', 'today'],
    ['2026-11-24T12:00:00.000Z', 'Europe/Paris', 'weekday'],
    ['2026-11-28T12:00:00.000Z', 'Europe/Paris', 'weekday'],
    ['2026-11-29T12:00:00.000Z', 'Europe/Paris', 'date'],
    ['2026-11-20T12:00:00.000Z', 'Europe/Paris', 'date'],
  ])('%s in %s is %s', (deadline, zone, nearness) => {
    expect(toNearness(at(deadline), NOW, zone)).toBe(nearness);
  });

  test('the night when clocks change has one calendar day too', () => {
    expect(toNearness(at('2026-10-25T22:00:00.000Z'), at('2026-10-24T23:00:00.000Z'), 'Europe/Paris')).toBe('today');
  });
});
