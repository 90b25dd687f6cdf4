import type { ServerResponse } from 'node:http';
import { sendJson, startRogueServer, type RogueServer } from '@secondlife/platform/testing/rogue-server';
import { createSharedFetches } from './shared-fetches.js';
import { openClient, VIEWER, type AskOptions, type OpenedClient } from './testing/open-client.js';

/** A subgraph that answers when it is told to, each request with its number. */
async function startSlowSubgraph(): Promise<RogueServer & { arrived(count: number): Promise<void>; finish(): void; breakLast(): void }> {
  const held: ServerResponse[] = [];
  let number = 0;
  const server = await startRogueServer((response) => void held.push(response));
  return {
    ...server,
    async arrived(count) {
      while (server.bodies.length < count) await new Promise(setImmediate);
    },
    finish() {
      for (const response of held.splice(0)) sendJson(response, { data: { number: (number += 1), list: [{ deep: true }] } });
    },
    breakLast: () => void held.pop()!.destroy(),
  };
}

let server: Awaited<ReturnType<typeof startSlowSubgraph>>;
let opened: OpenedClient;
beforeEach(async () => {
  server = await startSlowSubgraph();
  opened = openClient([server.url]);
});

const numbersOf = async (answers: ReturnType<OpenedClient['ask']>[]) => (await Promise.all(answers)).map(({ data }) => data!['number']);

/** Whether two requests, the second while the first is under way, are one for the subgraph. */
async function areShared(first: [string, AskOptions?], second: [string, AskOptions?]): Promise<boolean> {
  let isOver = false;
  const answers = Promise.all([opened.ask(...first), opened.ask(...second)]).finally(() => (isOver = true));
  while (!isOver) {
    server.finish();
    await new Promise(setImmediate);
  }
  await answers;
  return server.bodies.length === 1;
}

describe('two requests at once', () => {
  const viewer = (change: Partial<typeof VIEWER>): AskOptions => ({ call: { viewer: { ...VIEWER, ...change } } });

  it.each<[string, [string, AskOptions?], [string, AskOptions?]]>([
    ['the same query of the same viewer', ['{ a }'], ['{ a }']],
    ['the same query in two operations of the same viewer', ['{ a }', viewer({ requestId: 'r1' })], ['{ a }', viewer({ requestId: 'r2' })]],
    ['equal variables', ['{ a }', { variables: { ids: ['1'] } }], ['{ a }', { variables: { ids: ['1'] } }]],
  ])('are one for the subgraph: %s', async (_, first, second) => {
    expect(await areShared(first, second)).toBe(true);
    expect(opened.shares).toEqual(['things']);
  });

  it.each<[string, [string, AskOptions?], [string, AskOptions?]]>([
    ['two people', ['{ a }'], ['{ a }', viewer({ userId: 'u2' })]],
    ['a person and nobody', ['{ a }'], ['{ a }', viewer({ userId: null, sessionId: null })]],
    ['two sessions', ['{ a }'], ['{ a }', viewer({ sessionId: 's2' })]],
    ['two addresses', ['{ a }', viewer({ userId: null, address: '10.0.0.1' })], ['{ a }', viewer({ userId: null, address: '10.0.0.2' })]],
    ['headers of their own', ['{ a }', { call: { headers: { tenant: 'a' } } }], ['{ a }', { call: { headers: { tenant: 'b' } } }]],
    ['headers and none', ['{ a }', { call: { headers: { tenant: 'a' } } }], ['{ a }']],
    ['two languages', ['{ a }'], ['{ a }', viewer({ language: 'fr' })]],
    ['a service and a person', ['{ a }'], ['{ a }', viewer({ service: 'chat' })]],
    ['a viewer with a property that we do not know of', ['{ a }'], ['{ a }', viewer({ scopes: 'all' } as object)]],
    ['other variables', ['{ a }', { variables: { id: '1' } }], ['{ a }', { variables: { id: 1 } }]],
    ['another query', ['{ a }'], ['{ b }']],
    ['cookies', ['{ a }', { call: { cookie: 'a=1' } }], ['{ a }', { call: { cookie: 'a=1' } }]],
    ['answers that may set cookies', ['{ a }', { call: { onSetCookie: () => undefined } }], ['{ a }', { call: { onSetCookie: () => undefined } }]],
    ['mutations', ['mutation { a }'], ['mutation { a }']],
  ])('are two for the subgraph: %s', async (_, first, second) => {
    expect(await areShared(first, second)).toBe(false);
    expect(opened.shares).toEqual([]);
  });
});

describe('a shared fetch', () => {
  it('gives each caller an answer of its own', async () => {
    const answers = [opened.ask(), opened.ask(), opened.ask()];
    // Changed as soon as it is there, as the executor does.
    const changed = answers[0]!.then(({ data }) => {
      (data!['list'] as unknown[]).push('mine');
      delete data!['number'];
    });
    await server.arrived(1);
    server.finish();
    await changed;
    for (const answer of answers.slice(1)) expect(await answer).toEqual({ data: { number: 1, list: [{ deep: true }] } });
    expect(opened.outcomes).toEqual(['ok']);
  });

  it('is over once answered: a later request is a new one', async () => {
    const first = opened.ask();
    await server.arrived(1);
    server.finish();
    await first;
    const second = opened.ask();
    await server.arrived(2);
    server.finish();
    expect(await numbersOf([first, second])).toEqual([1, 2]);
  });

  it('fails for all of its callers at once', async () => {
    const answers = [opened.ask(), opened.ask()];
    const results = Promise.allSettled(answers);
    await server.arrived(1);
    await server.stop();
    expect(await results).toMatchObject([{ status: 'rejected', reason: { kind: expect.any(String) } }, { status: 'rejected' }]);
  });

  it('is not joined by who has written since', async () => {
    const before = opened.ask();
    await server.arrived(1);
    const mutation = opened.ask('mutation { a }');
    await server.arrived(2);
    const during = opened.ask();
    server.finish();
    await mutation;
    await Promise.all([before, during]);
    expect(server.bodies).toHaveLength(2);

    const old = opened.ask();
    await server.arrived(3);
    const write = opened.ask('mutation { b }');
    await server.arrived(4);
    server.breakLast();
    await expect(write).rejects.toMatchObject({ kind: 'broken' });
    const fresh = opened.ask();
    await server.arrived(5);
    server.finish();
    expect(new Set(await numbersOf([old, fresh])).size).toBe(2);
  });

  it('is found among few, however many are under way', () => {
    let compared = 0;
    const fetches = createSharedFetches<number, never>({
      groupOf: () => 'group',
      areOne: (a, b) => {
        compared += 1;
        return a === b;
      },
      onShare: () => undefined,
    });
    for (let question = 0; question < 1_000; question += 1) void fetches.fetch(question, () => new Promise(() => undefined));
    compared = 0;
    void fetches.fetch(-1, () => new Promise(() => undefined));
    expect(compared).toBe(16);
  });
});
