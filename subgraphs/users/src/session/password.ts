import { createHmac } from 'node:crypto';
import bcrypt from 'bcrypt';
import { createTurnstile } from '@secondlife/platform/turnstile';

/** Turns passwords into what may be kept. */
export interface Passwords {
  /** Takes about a quarter of a second, off the main thread. */
  hash(password: string): Promise<string>;
  /** False when there is no hash, after the same time as for a wrong password. */
  matches(password: string, hash: string | null): Promise<boolean>;
}

/** Node has four threads for slow work; logging in to the database needs one of them too. */
const MOST_AT_ONCE = 2;

/**
 * bcrypt over a keyed digest: bcrypt ignores what comes after byte 72, so it is given 64 characters that depend on the
 * whole password (HMAC-SHA-384 in base64); without `secret` a stolen table can't be tried against.
 * `cost` is bcrypt's exponent of work, 12 in service.
 */
export function createPasswords(secret: string, cost = 12): Passwords {
  const digest = (password: string) => createHmac('sha384', secret).update(password.normalize('NFKC')).digest('base64');
  const takeTurn = createTurnstile(MOST_AT_ONCE);
  const nobody = bcrypt.hash(digest('nobody has this one'), cost);
  return {
    hash: (password) => takeTurn(() => bcrypt.hash(digest(password), cost)),
    async matches(password, hash) {
      const known = hash ?? (await nobody);
      const isRight = await takeTurn(() => bcrypt.compare(digest(password), known));
      return hash !== null && isRight;
    },
  };
}
