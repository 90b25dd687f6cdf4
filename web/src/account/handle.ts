/** How long a handle may be, in characters. */
const SHORTEST = 3;
const LONGEST = 30;

/** What is wrong with a handle's form; the name of its text in `account`. */
export type HandleProblem = 'handleShort' | 'handleLong' | 'handleCharacters';

/** As handles are written: upper case is the same, a leading @ and spaces round it are no part of it. */
export const toHandle = (typed: string): string => typed.trim().replace(/^@/, '').toLowerCase();

/** Checks the form of a handle; null when it is right, or empty. Whether it is free, the graph knows. */
export function checkHandle(typed: string, isFinished: boolean): HandleProblem | null {
  const handle = toHandle(typed);
  if (handle === '') return null;
  if (/[^a-z0-9_]/.test(handle)) return 'handleCharacters';
  if (handle.length > LONGEST) return 'handleLong';
  return isFinished && handle.length < SHORTEST ? 'handleShort' : null;
}

/** A handle made of a name; the empty string where its letters give none. */
export function suggestHandle(displayName: string): string {
  const handle = displayName
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  return handle.length < SHORTEST ? '' : handle;
}
