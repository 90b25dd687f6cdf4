import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { REVOKED_SESSIONS_CHANNEL } from '@secondlife/platform/access-token';
import { openUsers, type Member, type UsersKit } from '../testing/users-kit.js';

let kit: UsersKit;
beforeAll(async () => {
  kit = await openUsers();
});
afterAll(() => kit.dispose());

interface Listed {
  id: string;
  deviceName: string | null;
  startedAt: string;
  lastUsedAt: string;
  isCurrent: boolean;
}
const SESSIONS = '{ sessions { id deviceName startedAt lastUsedAt isCurrent } }';
const list = async (asker: Asker) => (await read<{ sessions: Listed[] }>(kit.users, `{ me ${SESSIONS} }`, {}, asker)).sessions;
const listIds = async (asker: Asker) => (await list(asker)).map(({ id }) => id);
const refresh = (refreshToken: string) =>
  read<{ __typename: string; refreshToken: string }>(kit.users, 'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename ... on Session { refreshToken } } }', {
    input: { refreshToken },
  });
const end = (id: string, asker: Asker) => read<boolean>(kit.users, 'mutation ($id: ID!) { endSession(id: $id) }', { id }, asker);
const logOutEverywhere = (asker: Asker) => read<boolean>(kit.users, 'mutation { logOutEverywhere }', {}, asker);

const CLEARED = [expect.stringMatching(/^sle_refresh=; Max-Age=0; Path=\/graphql; /), expect.stringMatching(/^sle_reader=; Max-Age=0; Path=\/; /)];

/** What the gateway is hinted at while `work` goes on. */
async function hear(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const stop = await kit.pubsub.subscribe(REVOKED_SESSIONS_CHANNEL, (hint) => heard.push((hint as { sessionId: string }).sessionId));
  await work();
  await stop();
  return heard;
}
const toTime = () => new Date(kit.clock.nowMs).toISOString();

/** Someone with this many sessions, a minute apart, the newest first; they ask in the newest. */
async function openMany(count: number): Promise<[Member, ...Member[]]> {
  const sessions = [await kit.register()];
  while (sessions.length < count) {
    kit.clock.nowMs += 60_000;
    sessions.push(await kit.logIn(sessions[0]!));
  }
  return sessions.toReversed() as [Member, ...Member[]];
}

describe('Viewer.sessions', () => {
  it('are where the viewer is logged in, with the device, the last used first', async () => {
    const startedAt = toTime();
    const phone = await kit.register({ deviceName: ' Firefox on Android ' });
    kit.clock.nowMs += 60_000;
    const desk = await kit.logIn(phone, { deviceName: 'Chrome on Linux' });
    await kit.register();
    expect(await list(desk)).toEqual([
      { id: desk.sessionId, deviceName: 'Chrome on Linux', startedAt: toTime(), lastUsedAt: toTime(), isCurrent: true },
      { id: phone.sessionId, deviceName: 'Firefox on Android', startedAt, lastUsedAt: startedAt, isCurrent: false },
    ]);
    kit.clock.nowMs += 60_000;
    const { refreshToken } = await refresh(phone.refreshToken);
    expect(await list(phone)).toMatchObject([
      { id: phone.sessionId, startedAt, lastUsedAt: toTime(), isCurrent: true },
      { id: desk.sessionId, isCurrent: false },
    ]);
    await refresh(refreshToken);
    expect(await listIds(phone)).toEqual([phone.sessionId, desk.sessionId]);
  });

  it('have the one that has just begun as the current one', async () => {
    const input = { email: (await kit.register()).email, password: 'correct horse' };
    const { viewer } = await read<{ viewer: { sessions: Listed[] } }>(kit.users, `mutation ($input: LogInInput!) { logIn(input: $input) { ... on Session { viewer ${SESSIONS} } } }`, { input });
    expect(viewer.sessions.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true]);
  });

  it('are none that can’t go on: ended, or not used for 30 days', async () => {
    const [current, older, oldest] = await openMany(3);
    await read(kit.users, 'mutation { logOut }', {}, older);
    expect(await listIds(current)).toEqual([current.sessionId, oldest!.sessionId]);
    kit.clock.nowMs += 30 * 24 * 3600 * 1000 - 90_000;
    expect(await listIds(current)).toEqual([current.sessionId]);
    const { refreshToken } = await refresh(current.refreshToken);
    kit.clock.nowMs += 30 * 24 * 3600 * 1000 - 1;
    expect(await listIds(current)).toEqual([current.sessionId]);
    kit.clock.nowMs += 1;
    expect(await listIds(current)).toEqual([]);
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
  });
});

describe('a device’s name', () => {
  const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on InvalidInput { field } } }';
  const bad = ['x'.repeat(101), 'a\u0000b', 'a\nb', 'x'.repeat(1_000_000)];

  it('that is too long or has control characters is InvalidInput at registration', async () => {
    for (const deviceName of bad) {
      const input = { email: `${someone()}@example.org`, password: 'correct horse', handle: 'free_handle', displayName: 'Zoé', deviceName };
      expect(await read(kit.users, REGISTER, { input })).toEqual({ __typename: 'InvalidInput', field: ['deviceName'] });
    }
  });

  it('is left out at log-in when it breaks the rule, or says nothing', async () => {
    const member = await kit.register();
    for (const deviceName of [...bad, null, '', '  ']) {
      const session = await kit.logIn(member, { deviceName });
      expect((await list(session)).find(({ isCurrent }) => isCurrent)).toMatchObject({ deviceName: null });
    }
  });
});

describe('endSession', () => {
  it('ends the session: its refresh token is dead, and the gateway is told its id', async () => {
    const [current, other] = await openMany(2);
    const cookies: string[] = [];
    const heard = await hear(async () => expect(await end(other!.sessionId, { ...current, onSetCookie: (cookie) => cookies.push(cookie) })).toBe(true));
    expect(heard).toEqual([other!.sessionId]);
    expect(cookies).toEqual([]);
    expect(await kit.users.identity.readRevokedSessions()).toContain(other!.sessionId);
    expect(await refresh(other!.refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
    expect(await listIds(current)).toEqual([current.sessionId]);
    expect(await refresh(current.refreshToken)).toMatchObject({ __typename: 'Session' });
  });

  it('clears the cookie when it is the one that asks', async () => {
    const member = await kit.register();
    const cookies: string[] = [];
    expect(await end(member.sessionId.toUpperCase(), { ...member, onSetCookie: (cookie) => cookies.push(cookie) })).toBe(true);
    expect(cookies).toEqual(CLEARED);
  });

  it('is false, and ends nothing, for an unknown id, another’s, and one that is over', async () => {
    const [nour, karim] = [await kit.register(), await kit.register()];
    const ended = await kit.logIn(nour);
    await read(kit.users, 'mutation { logOut }', {}, ended);
    const heard = await hear(async () => {
      for (const id of [karim.sessionId, ended.sessionId, someone(), nour.userId, 'nonsense', '']) expect(await end(id, nour)).toBe(false);
    });
    expect(heard).toEqual([]);
    expect(await refresh(karim.refreshToken)).toMatchObject({ __typename: 'Session' });
  });

  it('is true once when many end the same session at once', async () => {
    const [current, other] = await openMany(2);
    const answers = await Promise.all(Array.from({ length: 8 }, () => end(other!.sessionId, current)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { errors } = await ask(kit.users, 'mutation { endSession(id: "x") }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('logOutEverywhere', () => {
  it('ends all sessions of the viewer, and nobody else’s; the gateway is told each, and the cookie cleared', async () => {
    const [karim, sessions] = [await kit.register(), await openMany(3)];
    const ids = sessions.map(({ sessionId }) => sessionId);
    const cookies: string[] = [];
    const heard = await hear(async () => expect(await logOutEverywhere({ ...sessions[0], onSetCookie: (cookie) => cookies.push(cookie) })).toBe(true));
    expect(heard.toSorted()).toEqual(ids.toSorted());
    expect(cookies).toEqual(CLEARED);
    expect(await kit.users.identity.readRevokedSessions()).toEqual(expect.arrayContaining(ids));
    for (const { refreshToken } of sessions) expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
    expect(await refresh(karim.refreshToken)).toMatchObject({ __typename: 'Session' });
  });

  it('leaves no session that is refreshed at the same time', async () => {
    const sessions = await openMany(4);
    const [, ...refreshed] = await Promise.all([logOutEverywhere(sessions[0]), ...sessions.map(({ refreshToken }) => refresh(refreshToken))]);
    expect(await listIds(sessions[0])).toEqual([]);
    for (const { refreshToken } of refreshed) if (refreshToken) expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionExpired' });
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { errors } = await ask(kit.users, 'mutation { logOutEverywhere }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
