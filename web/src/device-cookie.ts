const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What this device keeps under a name for the server's next page; undefined for nothing. As it stands there, so encoded. */
export const readDeviceCookie = (name: string): string | undefined =>
  document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

/** Keeps a value, encoded where it must be; null forgets it. Default: for a year. */
export function writeDeviceCookie(name: string, value: string | null, lifetimeSeconds = YEAR_SECONDS): void {
  document.cookie = `${name}=${value ?? ''}; path=/; samesite=lax; max-age=${value === null ? 0 : lifetimeSeconds}`;
}
