import { Accounts1763800000000 } from './1763800000000-accounts.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Accounts1763800000000];
