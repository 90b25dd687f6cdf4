/** How near a deadline is, as people say it. */
export type Nearness = 'today' | 'tomorrow' | 'weekday' | 'date';

const DAY_MS = 24 * 60 * 60 * 1000;

/** By zone: to make one takes long, and a conversation asks for each of its messages. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function toCalendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** The calendar day of an instant in a zone, as a number of days. */
export function toDayNumber(atMs: number, timeZone: string): number {
  const parts = toCalendar(timeZone).formatToParts(atMs);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / DAY_MS;
}

/** By calendar days in the zone: a weekday names a day of the coming six; beyond, and before today, it takes a date. */
export function toNearness(atMs: number, nowMs: number, timeZone: string): Nearness {
  const days = toDayNumber(atMs, timeZone) - toDayNumber(nowMs, timeZone);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 1 && days < 7 ? 'weekday' : 'date';
}
