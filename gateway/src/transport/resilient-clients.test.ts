import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { createResilientClients, type ResilientClients } from './resilient-clients.js';
import { VIEWER } from './testing/open-client.js';

/** A subgraph of this process: it heeds no signal. */
function createClient(execute: SubgraphClient['execute'], events: readonly FormattedExecutionResult[] = []): SubgraphClient {
  return {
    execute,
    subscribe: async () => (async function* () {
      yield* events;
    })(),
    check: async () => undefined,
    dispose: async () => undefined,
  };
}

const never = () => new Promise<never>(() => undefined);
const call = { viewer: VIEWER };
const query = { query: '{ a }', variables: {} };

/** How often a subgraph is asked by two equal queries, of which the second comes after `between`, before the first is answered. */
async function countAround(between: (clients: ResilientClients) => Promise<unknown>): Promise<number> {
  const answers: (() => void)[] = [];
  const read = createClient(() => new Promise((resolve) => answers.push(() => resolve({ data: {} }))));
  const write = createClient(async () => ({ data: {} }), [{ data: { changed: 1 } }]);
  const clients = createResilientClients(new Map([['read', read], ['write', write]]));
  const first = clients.get('read')!.execute(query, call);
  await between(clients);
  const second = clients.get('read')!.execute(query, call);
  answers.forEach((answer) => answer());
  await Promise.all([first, second]);
  return answers.length;
}

describe('the clients of all subgraphs', () => {
  it('share no fetch that began before a mutation at any of them was answered', async () => {
    expect(await countAround((clients) => clients.get('write')!.execute({ query: 'mutation { a }', variables: {} }, call))).toBe(2);
  });

  it('share no fetch that began before an event of any of them', async () => {
    expect(await countAround(async (clients) => (await clients.get('write')!.subscribe({ query: 'subscription { a }', variables: {} }, call)).next())).toBe(2);
  });

  it('go on sharing when others have only read', async () => {
    expect(await countAround((clients) => clients.get('write')!.execute({ query: '{ b }', variables: {} }, call))).toBe(1);
  });

  it('have limits of their own', async () => {
    const limitsMs: Record<string, number> = { slow: 100, hasty: 5 };
    const clients = createResilientClients(new Map([['slow', createClient(never)], ['hasty', createClient(never)]]), { getSettings: (name) => ({ timeoutMs: limitsMs[name] }) });
    const over: string[] = [];
    await Promise.all(Object.keys(limitsMs).map(async (name) => {
      await expect(clients.get(name)!.execute(query, call)).rejects.toMatchObject({ kind: 'timeout' });
      over.push(name);
    }));
    expect(over).toEqual(['hasty', 'slow']);
  });
});

it('takes what a client of another make throws for a failure', async () => {
  const kinds: string[] = [];
  const clients = createResilientClients(new Map([['odd', createClient(() => Promise.reject(new TypeError('no such thing')))]]), {
    getSettings: () => ({ retryDelayMs: 1 }),
    hooks: { onFetch: (_, outcome) => kinds.push(outcome) },
  });
  await expect(clients.get('odd')!.execute(query, call)).rejects.toMatchObject({ name: 'SubgraphFailure', kind: 'broken', message: 'no such thing' });
  expect(kinds).toEqual(['broken']);
});
