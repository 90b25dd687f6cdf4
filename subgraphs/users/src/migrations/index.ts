import { Accounts1763800000000 } from './1763800000000-accounts.js';
import { Devices1763900000000 } from './1763900000000-devices.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Accounts1763800000000, Devices1763900000000];
