import { Listings1763810000000 } from './1763810000000-listings.js';
import { Avatars1763900000000 } from './1763900000000-avatars.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Listings1763810000000, Avatars1763900000000];
