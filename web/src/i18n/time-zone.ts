/** The server writes times in this zone, for whoever has not told it another. */
export const SERVER_TIME_ZONE = 'Europe/Paris';
/** Tells the server the device's zone. */
export const TIME_ZONE_COOKIE = 'sle_time_zone';

/** The zone that a cookie names, where there is such a zone. */
export function readTimeZone(value: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value ?? SERVER_TIME_ZONE }).resolvedOptions().timeZone;
  } catch {
    return SERVER_TIME_ZONE;
  }
}
