import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { DataSource } from 'typeorm';
import { ACCESS_TOKEN, READER_TOKEN, type PublicKey } from '@secondlife/platform/access-token';
import { seal, unseal } from './seal.js';
import { SigningKeyRow } from './signing-key.entity.js';

/** The keys that sign and verify access tokens, kept in the database and shared by all processes. */
export interface KeyRing {
  signAccessToken(claims: TokenClaims): Promise<{ token: string; expiresAt: Date }>;
  /** For queries alone; holds as long as an access token. */
  signReaderToken(claims: TokenClaims): Promise<string>;
  /** Those of the newest key, and of every older one that may have signed a token that still holds. */
  readPublicKeys(): Promise<PublicKey[]>;
  /** From now on a new key signs; tokens of the old one hold until they end. Resolves with its id. */
  rotate(): Promise<string>;
}

export interface TokenClaims {
  userId: string;
  sessionId: string;
  now: Date;
}

/** How long a process may go on with a key that another has replaced. */
const CACHE_MS = 10_000;
/** Any fixed number: of several processes that find no key, one makes it. */
const FIRST_KEY_LOCK = 7_305_003;

/** A key ring over the service’s tables; `secret` seals private keys. */
export function createKeyRing(dataSource: DataSource, secret: string): KeyRing {
  let signing: { kid: string; privateKey: string; readAtMs: number } | null = null;

  async function getSigningKey(): Promise<{ kid: string; privateKey: string }> {
    if (signing && Date.now() - signing.readAtMs < CACHE_MS) return signing;
    const row = (await findNewest()) ?? (await makeFirst());
    signing = { kid: row.kid, privateKey: unseal(row.sealedPrivateKey, secret), readAtMs: Date.now() };
    return signing;
  }
  const findNewest = (db = dataSource.manager) => db.findOne(SigningKeyRow, { where: {}, order: { createdAt: 'DESC' } });
  const makeFirst = () =>
    dataSource.transaction(async (db) => {
      await db.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
      return (await findNewest(db)) ?? db.save(toKeyRow(secret));
    });

  async function sign({ userId, sessionId, now }: TokenClaims, { audience, type }: { audience: string; type: string }): Promise<{ token: string; expiresAt: Date }> {
    const { kid, privateKey } = await getSigningKey();
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expiresAt = issuedAt + ACCESS_TOKEN.lifetimeSeconds;
    const claims = { sub: userId, sid: sessionId, jti: randomUUID(), iat: issuedAt, exp: expiresAt, iss: ACCESS_TOKEN.issuer, aud: audience };
    const header = { alg: ACCESS_TOKEN.algorithm, typ: type, kid };
    return { token: jwt.sign(claims, privateKey, { algorithm: ACCESS_TOKEN.algorithm, header }), expiresAt: new Date(expiresAt * 1000) };
  }

  return {
    signAccessToken: (claims) => sign(claims, ACCESS_TOKEN),
    signReaderToken: async (claims) => (await sign(claims, READER_TOKEN)).token,
    async readPublicKeys() {
      await getSigningKey();
      const rows: { public_key: PublicKey }[] = await dataSource.query(
        `SELECT public_key FROM (
           SELECT public_key, created_at, lead(created_at) OVER (ORDER BY created_at) AS replaced_at FROM signing_key
         ) AS key
         WHERE replaced_at IS NULL OR replaced_at > now() - make_interval(secs => $1)
         ORDER BY created_at DESC`,
        [ACCESS_TOKEN.lifetimeSeconds + (2 * CACHE_MS) / 1000],
      );
      return rows.map((row) => row.public_key);
    },
    async rotate() {
      const { kid } = await dataSource.manager.save(toKeyRow(secret));
      signing = null;
      return kid;
    },
  };
}

/** A new P-256 pair; its id is the public key's thumbprint (RFC 7638). */
function toKeyRow(secret: string): SigningKeyRow {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' }) as { crv: string; kty: string; x: string; y: string };
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return Object.assign(new SigningKeyRow(), {
    kid,
    sealedPrivateKey: seal(String(privateKey.export({ format: 'pem', type: 'pkcs8' })), secret),
    publicKey: { kid, crv, kty, x, y, alg: ACCESS_TOKEN.algorithm, use: 'sig' },
  });
}
