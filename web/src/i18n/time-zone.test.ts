import { readTimeZone, SERVER_TIME_ZONE } from './time-zone';

describe('the zone that the server writes times in', () => {
  it.each([
    ['America/Guadeloupe', 'America/Guadeloupe'],
    ['UTC', 'UTC'],
    [undefined, SERVER_TIME_ZONE],
    ['', SERVER_TIME_ZONE],
    ['Mars/Olympus', SERVER_TIME_ZONE],
    ['<script>', SERVER_TIME_ZONE],
  ])('for the cookie %j is %s', (value, zone) => {
    expect(readTimeZone(value)).toBe(zone);
  });
});
