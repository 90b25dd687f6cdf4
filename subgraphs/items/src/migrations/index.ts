import { Listings1763810000000 } from './1763810000000-listings.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Listings1763810000000];
