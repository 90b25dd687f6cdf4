import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { DONE, toAsyncIterator } from '@secondlife/platform/live/async-iterator';
import type { LivePlan } from './lane.js';
import { createLiveQueries } from './live-queries.js';
import type { Receiver } from './receiver.js';

/** An upstream subscription that was opened: by which supergraph, after which number. */
interface Upstream { operation: string; version: number; after: number | null; isOpen: boolean; push(seq: number): void }

const toCall = (userId: string): SubgraphCall => ({ viewer: { userId, sessionId: null, language: 'en', address: null, requestId: 'request-1', service: null } });
const settle = () => new Promise(setImmediate);

/** Live queries over supergraphs that ask another thing upstream each; the planning of `held` waits until it is let go. */
function createRig() {
  const upstreams: Upstream[] = [];
  const held = new Map<string, Promise<void>>();
  let version = 1;

  const toPlan = (operation: string, mine: number): LivePlan => ({
    key: `${operation} by ${mine}`,
    isPublic: false,
    isResumable: true,
    after: null,
    serviceName: 'feed',
    request: { query: `${operation} by ${mine}`, variables: {} },
    async open(after) {
      const waiting: number[] = [];
      let wake = (): void => undefined;
      const upstream: Upstream = { operation, version: mine, after, isOpen: true, push: (seq) => { waiting.push(seq); wake(); } };
      upstreams.push(upstream);
      return toAsyncIterator({
        async next() {
          while (waiting.length === 0 && upstream.isOpen) await new Promise<void>((resolve) => { wake = resolve; });
          return upstream.isOpen ? { done: false as const, value: { data: { seq: waiting.shift() } } } : DONE;
        },
        async close() {
          upstream.isOpen = false;
          wake();
        },
      });
    },
    answer: async ({ data }) => ({ seq: data!['seq'] as number, result: { data: { seq: data!['seq'], version: mine } } }),
    toUnavailable: () => ({ errors: [] }),
  });

  const live = createLiveQueries<string>({
    async prepare(operation) {
      const mine = version;
      await held.get(operation);
      return toPlan(operation, mine);
    },
    mask: (result) => result,
  });

  return {
    live,
    openUpstreams: () => upstreams.filter(({ isOpen }) => isOpen),
    /** A new supergraph, and the reload that it brings. */
    reload(): Promise<void> {
      version += 1;
      return live.reload();
    },
    /** Planning of the operation waits until what this returns is called. */
    hold(operation: string): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(operation, promise);
      return () => {
        held.delete(operation);
        resolve();
      };
    },
    async subscribe(operation: string, userId: string, after?: number) {
      const answers: unknown[] = [];
      let isFull = false;
      let onRoom = (): void => undefined;
      const receiver: Receiver = {
        next({ json }) {
          if (!isFull) answers.push((JSON.parse(json) as { data: unknown }).data);
          return !isFull;
        },
        end: (last) => answers.push(last?.json ?? null),
        whenRoom: (listener) => { onRoom = listener; },
      };
      await live.subscribe({ operation, call: toCall(userId), receiver, after });
      await settle();
      return {
        answers,
        fill: () => { isFull = true; },
        drain() {
          isFull = false;
          onRoom();
        },
      };
    },
  };
}

describe('while a reload plans what is before it', () => {
  it('a client that was crowded out and has room again goes on by the new supergraph', async () => {
    const { live, openUpstreams, reload, hold, subscribe } = createRig();
    await subscribe('first', 'u1', 0);
    const slow = await subscribe('posted', 'u2', 0);
    const quick = await subscribe('posted', 'u2', 0);
    const letGo = hold('first');
    const reloaded = reload();
    slow.fill();
    openUpstreams()[1]!.push(1);
    await settle();
    slow.drain();
    await settle();
    letGo();
    await reloaded;
    await settle();
    expect(openUpstreams().map(({ operation, version }) => [operation, version])).not.toContainEqual([expect.anything(), 1]);
    for (const { operation, after, push } of openUpstreams()) for (let seq = after! + 1; operation === 'posted' && seq <= 2; seq += 1) push(seq);
    await settle();
    expect(quick.answers).toEqual([{ seq: 1, version: 1 }, { seq: 2, version: 2 }]);
    expect(slow.answers).toEqual([{ seq: 1, version: 2 }, { seq: 2, version: 2 }]);
    expect(live.getCounts()).toEqual({ subscriptions: 3, lanes: 2, waiting: 0 });
  });

  it('a subscription that has its first number goes on by the new supergraph, not by the one between', async () => {
    const { openUpstreams, reload, hold, subscribe } = createRig();
    await subscribe('first', 'u1');
    const quiet = await subscribe('posted', 'u2');
    await reload();
    const letGo = hold('first');
    const reloaded = reload();
    openUpstreams().find(({ operation }) => operation === 'posted')!.push(1);
    await settle();
    letGo();
    await reloaded;
    await settle();
    expect(openUpstreams().map(({ operation, version, after }) => [operation, version, after])).toEqual([['first', 1, null], ['posted', 3, 1]]);
    expect(quiet.answers).toEqual([{ seq: 1, version: 1 }]);
  });
});
