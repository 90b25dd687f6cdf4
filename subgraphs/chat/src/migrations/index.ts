import { Conversations1763800000000 } from './1763800000000-conversations.js';

/** In order; one that has been merged is never edited. */
export const MIGRATIONS = [Conversations1763800000000];
