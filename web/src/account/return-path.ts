import { splitPath } from '../i18n/locales';

/** Stands for this site: an address that leads anywhere else has another origin. */
const HERE = 'http://here.invalid';
/** Pages that only lead on. */
const DOORS = /^\/(log-in|register)(\/|$)/;

/** The path, without its language, that `?from=` asks to go back to; null for what is no page of this site. */
export function readReturnPath(from: string | null): string | null {
  if (!from?.startsWith('/') || !URL.canParse(from, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(from, HERE);
  const { path } = splitPath(pathname);
  if (origin !== HERE || pathname.includes('//') || DOORS.test(path)) return null;
  return path + search + hash;
}
