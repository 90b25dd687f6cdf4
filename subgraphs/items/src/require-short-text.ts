import { codedError } from '@secondlife/platform/error-code';

/** What someone types into a search box is never longer, in UTF-16 units. */
const MOST_TYPED = 200;

/** `text` itself when it is at most 200 characters; BAD_USER_INPUT naming `argument` otherwise. */
export function requireShortText(text: string, argument: string): string {
  if (text.length <= MOST_TYPED) return text;
  throw codedError('BAD_USER_INPUT', `\`${argument}\` must be at most ${MOST_TYPED} characters.`);
}
