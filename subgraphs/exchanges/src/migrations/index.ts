import { Exchanges1763800000000 } from './1763800000000-exchanges.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Exchanges1763800000000];
