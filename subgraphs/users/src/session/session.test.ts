import { createPublicKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { ask, createTestDeps, read, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase, type TestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { MIGRATIONS } from '../migrations/index.js';
import { createUsersSubgraph, type UsersSubgraph } from '../subgraph.js';
import { createPhotoOwner } from '../testing/photo-owner.js';

let database: TestDatabase;
let users: UsersSubgraph;
let clockMs = Date.now();

const openUsers = (passwordCost: number) =>
  createUsersSubgraph({
    ...createTestDeps(database, 'users'),
    now: () => new Date(clockMs),
    items: createPhotoOwner(),
    passwordSecret: 's'.repeat(32),
    viewerSecret: null,
    isCookieSecure: true,
    limits: { registrationsPerAddress: { times: 200, seconds: 60 } },
    passwordCost,
  });

beforeAll(async () => {
  database = await createTestDatabase([{ schema: 'users', migrations: MIGRATIONS }], CATALOGUE);
  users = await openUsers(4);
  await users.start();
});
afterAll(async () => {
  await users.dispose();
  await database.dispose();
});

const SESSION = `__typename
  ... on Session { accessToken accessTokenExpiresAt refreshToken viewer { id email locale isEmailVerified user { id handle displayName } } }
  ... on Failure { message }`;
const LIMITED = '... on RateLimited { retryAfterSeconds }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { ${SESSION} ${LIMITED} ... on InvalidInput { field } } }`;
const LOG_IN = `mutation ($input: LogInInput!) { logIn(input: $input) { ${SESSION} ${LIMITED} } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`;

interface Answer {
  __typename: string;
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken: string;
  viewer: { id: string; user: { handle: string } };
  message: string;
  field: string[];
  retryAfterSeconds: number;
}

const newcomer = () => {
  const handle = `u_${randomBytes(6).toString('hex')}`;
  return { email: `${handle}@example.org`, password: 'correct horse', handle, displayName: 'Zoé' };
};
const register = (input: object, asker?: Asker) => read<Answer>(users, REGISTER, { input }, asker);
const logIn = (input: object, asker?: Asker) => read<Answer>(users, LOG_IN, { input }, asker);
const refresh = (refreshToken: string | null, asker?: Asker) => read<Answer>(users, REFRESH, { input: { refreshToken } }, asker);
/** An address that no other test counts on. */
const elsewhere = () => ({ address: `2001:db8::${randomBytes(4).toString('hex')}` });

describe('register', () => {
  it('makes an account, signs in, and sets the refresh cookie for the graph of this site alone, and one to read with for its pages', async () => {
    const cookies: string[] = [];
    const input = newcomer();
    const session = await register(input, { onSetCookie: (cookie) => cookies.push(cookie) });
    expect(session).toMatchObject({
      __typename: 'Session',
      viewer: { email: input.email, locale: 'FR', isEmailVerified: false, user: { handle: input.handle, displayName: 'Zoé' } },
    });
    expect(cookies).toEqual([
      `sle_refresh=${session.refreshToken}; Max-Age=2592000; Path=/graphql; HttpOnly; SameSite=Strict; Secure`,
      expect.stringMatching(/^sle_reader=[\w.-]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ]);
    expect(cookies[1]).not.toContain(session.accessToken);
  });

  it('says which part of the input breaks a rule, in the language asked for', async () => {
    const cases: [object, string][] = [
      [{ email: 'nobody' }, 'email'],
      [{ email: '' }, 'email'],
      [{ password: 'short' }, 'password'],
      [{ password: 'p'.repeat(129) }, 'password'],
      [{ handle: 'No Spaces' }, 'handle'],
      [{ handle: 'ab' }, 'handle'],
      [{ displayName: '   ' }, 'displayName'],
      [{ displayName: 'x'.repeat(1_000_000) }, 'displayName'],
      [{ displayName: 'a\u0000b' }, 'displayName'],
      [{ displayName: 'a\u202Eb' }, 'displayName'],
      [{ displayName: '\u200b' }, 'displayName'],
      [{ displayName: 'a\ud800' }, 'displayName'],
    ];
    for (const [part, field] of cases) {
      expect(await register({ ...newcomer(), ...part })).toMatchObject({ __typename: 'InvalidInput', field: [field] });
    }
    expect((await register({ ...newcomer(), password: 'short' }, { language: 'fr' })).message).toBe('Entre 8 et 128 caractères.');
  });

  it('tells a taken handle from a taken e-mail, whatever its case', async () => {
    const input = newcomer();
    await register(input);
    expect(await register({ ...newcomer(), handle: input.handle })).toMatchObject({ __typename: 'HandleTaken' });
    expect(await register({ ...newcomer(), email: input.email.toUpperCase() })).toMatchObject({ __typename: 'EmailTaken' });
  });

  it('gives one account when the same person registers twenty times at once', async () => {
    const input = newcomer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(input, elsewhere())));
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'Session')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'HandleTaken' || kind === 'EmailTaken')).toHaveLength(19);
  });
});

describe('logIn', () => {
  it('signs in with the e-mail in any case and the whole password', async () => {
    const input = { ...newcomer(), password: 'é'.repeat(100) };
    await register(input);
    expect(await logIn({ email: input.email.toUpperCase(), password: input.password })).toMatchObject({ __typename: 'Session' });
    expect(await logIn({ email: input.email, password: `${'é'.repeat(99)}x` })).toMatchObject({ __typename: 'WrongCredentials' });
  });

  it('takes what can be no e-mail address for an unknown one', async () => {
    for (const email of ['', 'nobody', 'a\u0000b@example.org', 'x'.repeat(1_000_000)]) {
      expect(await logIn({ email, password: 'whatever' }, elsewhere())).toMatchObject({ __typename: 'WrongCredentials' });
    }
  });

  it('answers a wrong password and an unknown e-mail alike, in the same time', async () => {
    // As slow as hashing is in service, or nearly: what is compared must outweigh the rest.
    const slow = await openUsers(10);
    await slow.start();
    const known = newcomer();
    await read(slow, REGISTER, { input: known });
    const timed = async (email: string) => {
      const startedAt = performance.now();
      const answer = await read<Answer>(slow, LOG_IN, { input: { email, password: 'not this one' } }, elsewhere());
      return { answer, ms: performance.now() - startedAt };
    };
    const rounds = 7;
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = [await timed(known.email), await timed(newcomer().email)];
      expect(first.answer).toEqual(second.answer);
      wrong.push(first.ms);
      unknown.push(second.ms);
    }
    await slow.dispose();
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
    expect(median(unknown) / median(wrong)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(wrong)).toBeLessThan(2);
  });

  it('counts tries one by one, also when 100 stand aliased in one request', async () => {
    const input = newcomer();
    await register(input);
    const aliases = Array.from({ length: 100 }, (_, index) => `try${index}: logIn(input: { email: "${input.email}", password: "guess ${index}" }) { __typename }`);
    const { data } = await ask(users, `mutation { ${aliases.join('\n')} }`, {}, elsewhere());
    const kinds = Object.values(data ?? {}).map((answer) => (answer as Answer).__typename);
    expect(kinds.filter((kind) => kind === 'WrongCredentials')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'RateLimited')).toHaveLength(90);
    const refused = await logIn({ email: input.email, password: input.password }, elsewhere());
    expect(refused.__typename).toBe('RateLimited');
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
  });
});

describe('refreshSession', () => {
  it('gives a new pair for a token, and the successor works in turn', async () => {
    const first = await register(newcomer());
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect([first, second, third].map(({ __typename }) => __typename)).toEqual(['Session', 'Session', 'Session']);
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  });

  it('gives one successor to 50 refreshes at once', async () => {
    const { refreshToken } = await register(newcomer());
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
    expect(answers[0]!.refreshToken).not.toBe(refreshToken);
  });

  it('gives the same successor again within 10 s, since its answer may have been lost', async () => {
    const { refreshToken } = await register(newcomer());
    const answer = await refresh(refreshToken);
    clockMs += 9_000;
    expect((await refresh(refreshToken)).refreshToken).toBe(answer.refreshToken);
  });

  it('ends the whole family when a used token comes again after 10 s', async () => {
    const { refreshToken } = await register(newcomer());
    const { refreshToken: successor } = await refresh(refreshToken);
    clockMs += 11_000;
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
    expect(await refresh(successor)).toMatchObject({ __typename: 'SessionExpired' });
  });

  it('ends the family when a used token comes again after its successor was used', async () => {
    const { refreshToken } = await register(newcomer());
    const { refreshToken: successor } = await refresh(refreshToken);
    await refresh(successor);
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
  });

  it('ends after 30 days, and knows no token that it did not give', async () => {
    const { refreshToken } = await register(newcomer());
    expect(await refresh('nonsense')).toMatchObject({ __typename: 'SessionExpired' });
    expect(await refresh(null)).toMatchObject({ __typename: 'SessionExpired' });
    clockMs += 30 * 24 * 3600 * 1000 + 1;
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
  });

  it('takes the cookie’s token when none is given', async () => {
    const { refreshToken } = await register(newcomer());
    expect(await refresh(null, { cookie: `other=1; sle_refresh=${refreshToken}` })).toMatchObject({ __typename: 'Session' });
  });
});

describe('logOut', () => {
  it('ends the session: its refresh token is dead, and the gateway is told its id', async () => {
    const { accessToken, refreshToken, viewer } = await register(newcomer());
    const { sid } = jwt.decode(accessToken) as { sid: string };
    expect(await read(users, 'mutation { logOut }', {}, { userId: viewer.id, sessionId: sid })).toBe(true);
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
    expect(await users.identity.readRevokedSessions()).toContain(sid);
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { errors } = await ask(users, 'mutation { logOut }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('access tokens', () => {
  const verify = async (token: string) => {
    const { header } = jwt.decode(token, { complete: true })!;
    const key = (await users.identity.readKeys()).find(({ kid }) => kid === header.kid)!;
    return jwt.verify(token, createPublicKey({ key, format: 'jwk' }), { algorithms: ['ES256'], clockTimestamp: clockMs / 1000 });
  };

  it('are verified by the public keys alone, and say who, which session, from whom and for whom', async () => {
    const { accessToken, viewer } = await register(newcomer());
    expect(await verify(accessToken)).toMatchObject({ sub: viewer.id, sid: expect.any(String), iss: 'secondlife-exchange', aud: 'secondlife-exchange-graph' });
    expect(jwt.decode(accessToken, { complete: true })!.header).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  });

  it('of the old key and of the new one are good after a rotation', async () => {
    const before = await register(newcomer());
    await users.identity.readKeys();
    const kid = await users.rotateKeys();
    const after = await register(newcomer());
    expect(jwt.decode(after.accessToken, { complete: true })!.header.kid).toBe(kid);
    await expect(verify(before.accessToken)).resolves.toBeDefined();
    await expect(verify(after.accessToken)).resolves.toBeDefined();
  });

  it('show no private part of any key', async () => {
    for (const key of await users.identity.readKeys()) expect(key).not.toHaveProperty('d');
  });
});

describe('people', () => {
  it('are found by id and as entities; unknown and malformed ids are null', async () => {
    const { viewer } = await register(newcomer());
    expect(await read(users, `{ user(id: "${viewer.id}") { handle } }`)).toEqual({ handle: viewer.user.handle });
    for (const id of ['0199c0de-0000-7000-8000-000000000001', 'nonsense', '']) {
      expect(await read(users, `query ($id: ID!) { user(id: $id) { handle } }`, { id })).toBeNull();
    }
    const entities = await read(users, `{ _entities(representations: [{ __typename: "User", id: "${viewer.id}" }, { __typename: "User", id: "gone" }]) { ... on User { handle } } }`);
    expect(entities).toEqual([{ handle: viewer.user.handle }, null]);
  });

  it('see themselves, and nobody else, as the viewer', async () => {
    const { viewer } = await register(newcomer());
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { email } } }`;
    expect(await read(users, '{ me { user { handle } } }', {}, { userId: viewer.id })).toEqual({ user: { handle: viewer.user.handle } });
    expect(await read(users, query, { id: viewer.id }, { userId: '0199c0de-0000-7000-8000-000000000001' })).toEqual([null]);
    const { data, errors } = await ask(users, '{ me { id } }');
    expect(data).toEqual({ me: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
