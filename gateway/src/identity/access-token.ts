import { createPublicKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { ACCESS_TOKEN, READER_TOKEN, type IdentitySource } from '@secondlife/platform/access-token';
import { codedError } from '@secondlife/platform/error-code';
import type { Logger } from '@secondlife/platform/log';

/** Who a good token speaks for. */
export interface Identity {
  userId: string;
  sessionId: string;
  expiresAt: Date;
  /** Whether the token is good for queries alone. */
  readsOnly: boolean;
  /** What the token's `scope` names (RFC 8693, section 4.2). */
  scopes: ReadonlySet<string>;
}

/** Nobody (no token), somebody, or a token that must be refused. */
export type IdentityCheck = { kind: 'anonymous' } | { kind: 'person'; identity: Identity } | { kind: 'refused' };

export interface TokenVerifierOptions {
  source: IdentitySource;
  log: Logger;
}

/** Reads a client’s token. */
export interface TokenVerifier {
  /** `authorization` as the client sent it. Throws SUBGRAPH_UNAVAILABLE when there are no keys to check it by. */
  check(authorization: unknown): Promise<IdentityCheck>;
}

/** Keys are read again after this, and at once (but not more often than once a second) when a token names an unknown one. */
const KEYS_FOR_MS = 60_000;
const LEAST_BETWEEN_READS_MS = 1_000;

/** Checks tokens by the source’s public keys, which it keeps for a minute. */
export function createTokenVerifier({ source, log }: TokenVerifierOptions): TokenVerifier {
  let keys = new Map<string, KeyObject>();
  let readAtMs = 0;
  let reading: Promise<void> | null = null;

  async function readKeys(): Promise<void> {
    try {
      const found = await source.readKeys();
      keys = new Map(found.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]));
    } catch (error) {
      log.warn({ err: error }, 'signing keys could not be read');
    } finally {
      readAtMs = Date.now();
      reading = null;
    }
  }

  async function findKey(kid: string): Promise<KeyObject | undefined> {
    const ageMs = Date.now() - readAtMs;
    if (ageMs > KEYS_FOR_MS || (!keys.has(kid) && ageMs > LEAST_BETWEEN_READS_MS)) await (reading ??= readKeys());
    // Without any, no token is a bad one.
    if (keys.size === 0) throw codedError('SUBGRAPH_UNAVAILABLE', 'Tokens can’t be checked at the moment. Try again.');
    return keys.get(kid);
  }

  return {
    async check(authorization) {
      if (authorization === undefined || authorization === null || authorization === '') return { kind: 'anonymous' };
      const token = typeof authorization === 'string' ? /^Bearer (\S+)$/i.exec(authorization)?.[1] : undefined;
      if (!token) return { kind: 'refused' };
      const kid = readKeyId(token);
      const key = kid && (await findKey(kid));
      const identity = key && readToken(token, key);
      return identity ? { kind: 'person', identity } : { kind: 'refused' };
    },
  };
}

/** The key that the token says it is signed with; null for what is no token. */
function readKeyId(token: string): string | null {
  try {
    return jwt.decode(token, { complete: true })?.header.kid ?? null;
  } catch {
    return null;
  }
}

const KINDS = [ACCESS_TOKEN, READER_TOKEN];

/** The token's claims when signature, algorithm, type, issuer, audience and expiry are right (RFC 8725, 9068), else null. */
function readToken(token: string, key: KeyObject): Identity | null {
  try {
    const { header, payload } = jwt.verify(token, key, {
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      complete: true,
    });
    if (typeof payload === 'string') return null;
    const { sub, exp, aud } = payload;
    const kind = KINDS.find(({ type, audience }) => header.typ === type && aud === audience);
    const sid: unknown = payload['sid'];
    const scope: unknown = payload['scope'];
    const scopes = new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []);
    return kind && sub && exp && typeof sid === 'string' ? { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000), readsOnly: kind === READER_TOKEN, scopes } : null;
  } catch {
    return null;
  }
}
