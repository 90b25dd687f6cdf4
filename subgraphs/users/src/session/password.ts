import { createHmac } from 'node:crypto';
import bcrypt from 'bcrypt';

export interface Passwords {
  /** Takes about a quarter of a second, off the main thread. */
  hash(password: string): Promise<string>;
  /** False when there is no hash, after the same time as for a wrong password. */
  matches(password: string, hash: string | null): Promise<boolean>;
}

/**
 * bcrypt over a keyed digest: bcrypt ignores what comes after byte 72, so it is given 64 characters that depend on the
 * whole password (HMAC-SHA-384 in base64); without `secret` a stolen table can't be tried against.
 * `cost` is bcrypt's exponent of work, 12 in service.
 */
export function createPasswords(secret: string, cost = 12): Passwords {
  const digest = (password: string) => createHmac('sha384', secret).update(password.normalize('NFKC')).digest('base64');
  const nobody = bcrypt.hash(digest('nobody has this one'), cost);
  return {
    hash: (password) => bcrypt.hash(digest(password), cost),
    async matches(password, hash) {
      const isRight = await bcrypt.compare(digest(password), hash ?? (await nobody));
      return hash !== null && isRight;
    },
  };
}
