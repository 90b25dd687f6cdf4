import { generateKeyPairSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { ACCESS_TOKEN, type IdentitySource } from '@secondlife/platform/access-token';

/** Someone who signs access tokens, and whom a gateway can believe. */
export interface TestIdentity {
  source: IdentitySource;
  /** The `authorization` of a new person, with these scopes. */
  authorize(...scopes: string[]): string;
}

/** Makes a key of its own. */
export function createTestIdentity(): TestIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomUUID();
  const key = { ...(publicKey.export({ format: 'jwk' }) as Record<string, string>), kid, kty: 'EC' };
  return {
    source: { readKeys: async () => [key], readRevokedSessions: async () => [] },
    authorize(...scopes) {
      const token = jwt.sign({ sid: randomUUID(), ...(scopes.length > 0 && { scope: scopes.join(' ') }) }, privateKey, {
        algorithm: ACCESS_TOKEN.algorithm,
        issuer: ACCESS_TOKEN.issuer,
        audience: ACCESS_TOKEN.audience,
        subject: randomUUID(),
        expiresIn: 60,
        header: { alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid },
      });
      return `Bearer ${token}`;
    },
  };
}
