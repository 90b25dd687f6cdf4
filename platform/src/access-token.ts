/** What an access token must be, for who signs it (users), who checks it (gateway), and third parties. */
export const ACCESS_TOKEN = {
  algorithm: 'ES256',
  issuer: 'secondlife-exchange',
  audience: 'secondlife-exchange-graph',
  /** The header's `typ` (RFC 9068): a token for something else is refused. */
  type: 'at+jwt',
  lifetimeSeconds: 15 * 60,
} as const;

/** What differs in a reader's token: the web server reads with it, for the person whose browser sent it, and it is good for queries alone. */
export const READER_TOKEN = { audience: 'secondlife-exchange-pages', type: 'reader+jwt' } as const;

/** Where the public keys are, and where the gateway asks for ended sessions. */
export const JWKS_PATH = '/.well-known/jwks.json';
export const REVOKED_SESSIONS_PATH = '/revoked-sessions';
/** The channel on which an ended session's id is hinted as `{ sessionId }`. */
export const REVOKED_SESSIONS_CHANNEL = 'sessions.revoked';

/** A public key as a JSON Web Key (RFC 7517). */
export interface PublicKey {
  kid: string;
  kty: string;
  [member: string]: string;
}

/** Where the gateway learns whom to believe. */
export interface IdentitySource {
  readKeys(): Promise<PublicKey[]>;
  /** Ids of the sessions that ended within an access token's lifetime. */
  readRevokedSessions(): Promise<string[]>;
}
