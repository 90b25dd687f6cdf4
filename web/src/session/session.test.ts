import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Early, EarlyAnswer } from '../early/begin';
import { createSession, type Session, type SessionState } from './session';
import type { SessionMemory } from './session-memory';

const MINUTE_MS = 60_000;
const NOUR = 'nour';
const KARIM = 'karim';

type Answer = 'session' | 'expired' | 'unavailable' | 'silence';

/** A graph that knows nothing but sessions, over real HTTP. */
async function openGraph() {
  let answer: Answer = 'session';
  let issued = 0;
  let clockMs = Date.parse('2026-01-01T12:00:00Z');
  let gate: Promise<void> = Promise.resolve();
  const asked: { operation: 'RefreshSession' | 'LogOut'; authorization: string | undefined }[] = [];

  const toSession = (viewerId: string) => ({
    __typename: 'Session' as const,
    accessToken: `token ${(issued += 1)}`,
    accessTokenExpiresAt: new Date(clockMs + 15 * MINUTE_MS).toISOString(),
    viewer: { __typename: 'Viewer' as const, id: viewerId },
  });

  async function read(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return (JSON.parse(Buffer.concat(chunks).toString()) as { query: string }).query;
  }

  const server: Server = createServer((request, response) => {
    void read(request).then(async (query) => {
      const operation = query.includes('refreshSession') ? 'RefreshSession' : 'LogOut';
      asked.push({ operation, authorization: request.headers.authorization });
      server.emit('asked');
      await gate;
      if (answer === 'silence') return request.socket.destroy();
      response.writeHead(answer === 'unavailable' ? 503 : 200, { 'content-type': 'application/json' });
      if (operation === 'LogOut') return response.end(JSON.stringify({ data: { logOut: true } }));
      const result = answer === 'session' ? toSession(NOUR) : { __typename: 'SessionExpired', message: 'Over' };
      response.end(JSON.stringify({ data: { refreshSession: result } }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked,
    toSession,
    now: () => clockMs,
    pass: (ms: number) => void (clockMs += ms),
    answerWith: (next: Answer) => void (answer = next),
    nextRequest: () => once(server, 'asked'),
    /** Answers nothing until the returned function is called. */
    holdBack(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    async dispose() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Graph = Awaited<ReturnType<typeof openGraph>>;

/** What a browser keeps, for all of its tabs. */
function createMemory(viewerId: string | null = null): SessionMemory {
  let kept = viewerId;
  return { read: () => kept, write: (next) => void (kept = next) };
}

/** A page that has asked for its session by itself. */
function beginEarly(answer: EarlyAnswer | null) {
  let isReleased = false;
  const early: Early = { viewerId: NOUR, session: Promise.resolve(answer), release: () => void (isReleased = true), asked: [] };
  return { early, isReleased: () => isReleased };
}

/** Resolves when a tab knows what is asked for; at once where it does already. */
function until(session: Session, isSo: (state: SessionState) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const check = () => isSo(session.getState()) && resolve();
  const stop = session.subscribe(check);
  check();
  return promise.finally(stop);
}

const isNobody = ({ status }: SessionState) => status === 'nobody';
const isViewer = (id: string) => (state: SessionState) => state.status === 'viewer' && state.viewerId === id;

describe('the session of a browser', () => {
  let graph: Graph;
  let memory: SessionMemory;
  let tabs: Session[];

  const openTab = (early?: Early): Session => {
    const tab = createSession({ graphUrl: graph.url, memory, early, now: graph.now });
    tabs.push(tab);
    return tab;
  };

  beforeEach(async () => {
    graph = await openGraph();
    memory = createMemory(NOUR);
    tabs = [];
  });

  afterEach(async () => {
    for (const tab of tabs) tab.dispose();
    await graph.dispose();
  });

  it('asks nothing of the graph for nobody', async () => {
    memory = createMemory();
    const tab = openTab();
    await expect(tab.getToken()).resolves.toBeNull();
    expect(tab.getState()).toEqual({ status: 'nobody', hasExpired: false });
    expect(graph.asked).toEqual([]);
  });

  it('is renewed, without Authorization, once for all who ask at the same time', async () => {
    const tab = openTab();
    expect(await Promise.all([tab.getToken(), tab.getToken(), tab.getToken()])).toEqual(['token 1', 'token 1', 'token 1']);
    expect(graph.asked).toEqual([{ operation: 'RefreshSession', authorization: undefined }]);
  });

  it('is renewed once for two tabs that ask at the same time', async () => {
    const [one, other] = [openTab(), openTab()];
    expect(await Promise.all([one.getToken(), other.getToken()])).toEqual(['token 1', 'token 1']);
    expect(graph.asked).toHaveLength(1);
  });

  it('is handed to a tab that is opened later', async () => {
    await openTab().getToken();
    await expect(openTab().getToken()).resolves.toBe('token 1');
    expect(graph.asked).toHaveLength(1);
  });

  it('is renewed before its token ends, and not long before', async () => {
    const tab = openTab();
    await tab.getToken();
    graph.pass(14 * MINUTE_MS);
    await expect(tab.getToken()).resolves.toBe('token 1');
    graph.pass(MINUTE_MS / 2 + 1);
    await expect(tab.getToken()).resolves.toBe('token 2');
  });

  it('does not ask at each step where the clock is ahead by an hour', async () => {
    const tab = createSession({ graphUrl: graph.url, memory, now: () => graph.now() + 60 * MINUTE_MS });
    tabs.push(tab);
    await tab.getToken();
    await expect(tab.getToken()).resolves.toBe('token 1');
  });

  it('ends in all tabs when the graph says that it is over', async () => {
    const [one, other] = [openTab(), openTab()];
    graph.answerWith('expired');
    await expect(one.getToken()).resolves.toBeNull();
    expect(one.getState()).toEqual({ status: 'nobody', hasExpired: true });
    await until(other, isNobody);
    expect(memory.read()).toBeNull();
  });

  it.each(['silence', 'unavailable'] as const)('goes on after %s of the graph, which rejects', async (answer) => {
    const tab = openTab();
    graph.answerWith(answer);
    await expect(tab.getToken()).rejects.toThrow(TypeError);
    expect(tab.getState()).toEqual({ status: 'viewer', viewerId: NOUR });
    graph.answerWith('session');
    await expect(tab.getToken()).resolves.toBe('token 1');
  });

  it('does not use a refused token again, in no tab', async () => {
    const [one, other] = [openTab(), openTab()];
    await Promise.all([one.getToken(), other.getToken()]);
    one.reject('token 1');
    await expect(one.getToken()).resolves.toBe('token 2');
    await expect(other.getToken()).resolves.toBe('token 2');
    expect(graph.asked).toHaveLength(2);
  });

  it('keeps its token when an older one is refused', async () => {
    const tab = openTab();
    await tab.getToken();
    tab.reject('token 0');
    await expect(tab.getToken()).resolves.toBe('token 1');
  });

  it('begins in all tabs when someone logs in', async () => {
    memory = createMemory();
    const [one, other] = [openTab(), openTab()];
    one.signIn(graph.toSession(KARIM));
    await until(other, isViewer(KARIM));
    await expect(other.getToken()).resolves.toBe('token 1');
    expect(memory.read()).toBe(KARIM);
    expect(graph.asked).toEqual([]);
  });

  it('ends at the graph and in all tabs when someone logs out', async () => {
    const [one, other] = [openTab(), openTab()];
    await one.getToken();
    await one.signOut();
    expect(graph.asked.at(-1)).toEqual({ operation: 'LogOut', authorization: 'Bearer token 1' });
    expect(one.getState()).toEqual({ status: 'nobody', hasExpired: false });
    await until(other, isNobody);
    await expect(other.getToken()).resolves.toBeNull();
  });

  it('stays when someone logs out and the graph can’t be reached', async () => {
    const tab = openTab();
    await tab.getToken();
    graph.answerWith('silence');
    await expect(tab.signOut()).rejects.toThrow(TypeError);
    expect(tab.getState()).toEqual({ status: 'viewer', viewerId: NOUR });
  });

  it('stays ended when a renewal comes back after another tab has logged out', async () => {
    const [one, other] = [openTab(), openTab()];
    const answer = graph.holdBack();
    const isAsked = graph.nextRequest();
    const token = one.getToken();
    await isAsked;
    other.forget();
    await until(one, isNobody);
    answer();
    await expect(token).resolves.toBeNull();
    expect(one.getState().status).toBe('nobody');
    expect(other.getState().status).toBe('nobody');
  });

  it('takes over what the page has asked for by itself, once, and tells the other tabs', async () => {
    const page = beginEarly({ data: { refreshSession: graph.toSession(NOUR) } });
    const [one, other] = [openTab(page.early), openTab()];
    expect(await Promise.all([one.getToken(), one.getToken()])).toEqual(['token 1', 'token 1']);
    expect(page.isReleased()).toBe(true);
    await expect(other.getToken()).resolves.toBe('token 1');
    expect(graph.asked).toEqual([]);
    graph.pass(15 * MINUTE_MS);
    await expect(one.getToken()).resolves.toBe('token 2');
    expect(graph.asked).toHaveLength(1);
  });

  it('has ended when that is what the page was told', async () => {
    const { early } = beginEarly({ data: { refreshSession: { __typename: 'SessionExpired', message: 'Over' } } });
    const tab = openTab(early);
    await expect(tab.getToken()).resolves.toBeNull();
    expect(tab.getState()).toEqual({ status: 'nobody', hasExpired: true });
  });

  it.each([null, { errors: [{}] }, { data: null }])('asks by itself where the page got %j', async (answer) => {
    const page = beginEarly(answer);
    await expect(openTab(page.early).getToken()).resolves.toBe('token 1');
    expect(page.isReleased()).toBe(true);
    expect(graph.asked).toHaveLength(1);
  });

  it.each([null, KARIM])('leaves what the page has asked for to whom it was for, and not to %s', async (viewerId) => {
    memory = createMemory(viewerId);
    const page = beginEarly({ data: { refreshSession: graph.toSession(NOUR) } });
    const tab = openTab(page.early);
    expect(page.isReleased()).toBe(true);
    tab.signIn(graph.toSession(KARIM));
    await expect(tab.getToken()).resolves.toBe('token 2');
    expect(tab.getState()).toEqual({ status: 'viewer', viewerId: KARIM });
    expect(graph.asked).toEqual([]);
  });

  it('asks by itself where the cookie was somebody else’s', async () => {
    const page = beginEarly({ data: { refreshSession: graph.toSession(KARIM) } });
    const tab = openTab(page.early);
    await expect(tab.getToken()).resolves.toBe('token 2');
    expect(tab.getState()).toEqual({ status: 'viewer', viewerId: NOUR });
  });
});
