import type { Limiter, LimitRule } from '@secondlife/platform/limiter';
import type { KeyRing } from '../signing-key/key-ring.js';
import type { Passwords } from './password.js';

/** How long a refresh token lasts; each use gives a new one. */
export const REFRESH_TOKEN_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
/** A used token gives the same successor for so long: its answer may have been lost on the way. */
export const LOST_ANSWER_MS = 10_000;

/** How often accounts may be made and logged in to. */
export interface AccountLimits {
  registrationsPerAddress: LimitRule;
  logInsPerAccount: LimitRule;
  logInsPerAddress: LimitRule;
}

/** For the open internet. */
export const DEFAULT_LIMITS: AccountLimits = {
  registrationsPerAddress: { times: 20, seconds: 60 },
  logInsPerAccount: { times: 10, seconds: 15 * 60 },
  logInsPerAddress: { times: 100, seconds: 15 * 60 },
};

/** What accounts and sessions need beside the database. */
export interface SessionSettings {
  keys: KeyRing;
  passwords: Passwords;
  /** Derives a refresh token's successor from it. */
  tokenSecret: string;
  limits: { [Name in keyof AccountLimits]: Limiter };
}
