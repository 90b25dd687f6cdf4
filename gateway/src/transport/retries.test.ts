import { findClosedUrl, sendJson, startRogueServer, type Answer } from '@secondlife/platform/testing/rogue-server';
import { openClient } from './testing/open-client.js';

/** Answers as the list says, then well. */
const inTurn = (...answers: Answer[]): Answer => {
  const left = [...answers];
  return (response, body, request) => (left.shift() ?? well)(response, body, request);
};
const well: Answer = (response) => sendJson(response, { data: { a: 1 } });
const fails: Answer = (response) => response.writeHead(500).end('at db.internal');
const breaksOff: Answer = (response) => response.writeHead(200, { 'content-length': 100 }).write('{"data":', () => response.destroy());

describe('a query', () => {
  it.each<[string, Answer]>([
    ['500', fails],
    ['no answer', (response) => response.destroy()],
    ['half an answer', breaksOff],
  ])('is sent again after %s', async (_, answer) => {
    const server = await startRogueServer(inTurn(answer));
    const { ask, outcomes, retries } = openClient([server.url]);
    expect(await ask()).toEqual({ data: { a: 1 } });
    expect([server.bodies.length, outcomes, retries.length]).toEqual([2, ['ok'], 1]);
  });

  it('goes to another address the second time', async () => {
    const [bad, good] = [await startRogueServer(fails), await startRogueServer(well)];
    const { ask, retries } = openClient([bad.url, good.url]);
    for (let times = 0; times < 4; times += 1) await ask();
    expect([bad.bodies.length, good.bodies.length, retries]).toEqual([1, 4, ['1 server-error']]);
  });

  it('is sent three times at most, then fails as the last try did', async () => {
    const server = await startRogueServer(fails);
    const { ask, outcomes, retries } = openClient([server.url]);
    await expect(ask()).rejects.toMatchObject({ name: 'SubgraphFailure', kind: 'server-error' });
    expect([server.bodies.length, outcomes, retries]).toEqual([3, ['server-error'], ['1 server-error', '2 server-error']]);
  });

  it.each<[string, Answer]>([
    ['a GraphQL error', (response) => sendJson(response, { data: null, errors: [{ message: 'No', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })],
    ['a page', (response) => response.end('<html>')],
  ])('is not sent again after %s', async (_, answer) => {
    const server = await startRogueServer(answer);
    const { ask, retries } = openClient([server.url]);
    await ask().catch(() => undefined);
    expect([server.bodies.length, retries]).toEqual([1, []]);
  });

  it('that nobody is there for fails, and says why', async () => {
    const { ask, outcomes } = openClient([await findClosedUrl()]);
    await expect(ask()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(outcomes).toEqual(['unreachable']);
  });
});

describe('a mutation', () => {
  it.each<[string, Answer]>([['500', fails], ['no answer', (response) => response.destroy()], ['half an answer', breaksOff]])('is never sent twice, also not after %s', async (_, answer) => {
    const servers = [await startRogueServer(answer), await startRogueServer(well)];
    const { ask, retries } = openClient(servers.map(({ url }) => url));
    await expect(ask('mutation { a }')).rejects.toMatchObject({ name: 'SubgraphFailure' });
    expect([servers.map(({ bodies }) => bodies.length), retries]).toEqual([[1, 0], []]);
  });

  it('that begins in an unusual way is not taken for a query', async () => {
    const server = await startRogueServer(fails);
    const { ask } = openClient([server.url]);
    await expect(ask('fragment F on M { a } mutation { ...F }')).rejects.toMatchObject({ kind: 'server-error' });
    expect(server.bodies).toHaveLength(1);
  });

  it('goes to another address where the first could not be reached', async () => {
    const server = await startRogueServer(well);
    const { ask } = openClient([await findClosedUrl(), server.url]);
    for (let times = 0; times < 5; times += 1) expect(await ask('mutation { a }')).toEqual({ data: { a: 1 } });
    expect(server.bodies).toHaveLength(5);
  });
});

describe('the time limit', () => {
  it('ends a fetch that is not answered, and its connection', async () => {
    const server = await startRogueServer(() => undefined);
    const { ask, outcomes, retries } = openClient([server.url], { timeoutMs: 50 });
    const closed = server.connectionClosed();
    await expect(ask()).rejects.toMatchObject({ kind: 'timeout' });
    await closed;
    expect([server.bodies.length, outcomes, retries]).toEqual([1, ['timeout'], []]);
  });

  it('holds for all tries together', async () => {
    const server = await startRogueServer(inTurn(fails, () => undefined));
    const { ask, retries } = openClient([server.url], { timeoutMs: 200 });
    const beganMs = performance.now();
    await expect(ask()).rejects.toMatchObject({ kind: 'timeout' });
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    expect(retries).toEqual(['1 server-error']);
  });

  it('is not waited for when no other try would begin before it', async () => {
    const server = await startRogueServer(fails);
    const { ask, retries } = openClient([server.url], { timeoutMs: 5_000, retryDelayMs: 10_000_000 });
    const beganMs = performance.now();
    await expect(ask()).rejects.toMatchObject({ kind: 'server-error' });
    expect(performance.now() - beganMs).toBeLessThan(1_000);
    expect(retries).toEqual([]);
  });
});

it('fails at once when too many fetches are under way', async () => {
  const full = Promise.withResolvers<void>();
  const finish: (() => void)[] = [];
  const server = await startRogueServer((response) => {
    finish.push(() => sendJson(response, { data: {} }));
    if (finish.length === 3) full.resolve();
  });
  const { ask } = openClient([server.url], { maxConcurrentFetches: 3 });
  const answers = ['{ a }', '{ b }', '{ c }'].map((query) => ask(query));
  await full.promise;
  await expect(ask('{ d }')).rejects.toMatchObject({ kind: 'overloaded' });
  finish.forEach((answer) => answer());
  expect(await Promise.all(answers)).toHaveLength(3);
  const last = ask('{ e }');
  while (finish.length < 4) await new Promise(setImmediate);
  finish.at(-1)!();
  expect(await last).toEqual({ data: {} });
});
