import { setImmediate } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import { createLocalExecutor } from './testing/local-executor.js';
import { SHOP } from './testing/shop.js';

type Event = FormattedExecutionResult | Error;

/** An upstream subscription whose events the test sends; it keeps what is asked of it. */
function createUpstream() {
  const events: Event[] = [];
  const waiting: PromiseWithResolvers<IteratorResult<FormattedExecutionResult>>[] = [];
  const seen = { asked: 0, returned: 0 };
  const settle = (): void => {
    while (events.length > 0 && waiting.length > 0) {
      const event = events.shift();
      const next = waiting.shift();
      if (event instanceof Error) next?.reject(event);
      else if (event) next?.resolve({ done: false, value: event });
    }
  };
  const iterator: AsyncIterableIterator<FormattedExecutionResult> = {
    [Symbol.asyncIterator]: () => iterator,
    next() {
      seen.asked += 1;
      const next = Promise.withResolvers<IteratorResult<FormattedExecutionResult>>();
      waiting.push(next);
      settle();
      return next.promise;
    },
    async return() {
      seen.returned += 1;
      return { done: true, value: undefined };
    },
  };
  return {
    seen,
    subscribe: () => Promise.resolve(iterator),
    send(...sent: Event[]) {
      events.push(...sent);
      settle();
    },
  };
}

const changed = (id: string): FormattedExecutionResult => ({ data: { restocked: { __typename: 'Product', id, inStock: 1 } } });
const QUERY = 'subscription { restocked { id inStock name } }';
const INTERRUPTED = { errors: [{ message: 'The subscription was interrupted; events may have been lost.', extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }] };

describe('a subscription', () => {
  it('answers each event with fields of other subgraphs, and ends with its subgraph', async () => {
    const { subscribe } = createLocalExecutor(SHOP);
    expect(await Array.fromAsync(subscribe('subscription ($from: Int!) { change: stockChanged(from: $from) { n: name shelf } }', { from: 2 }))).toEqual([
      { data: { change: { n: 'Table', shelf: 'shelf of p2' } } },
      { data: { change: { n: 'Lamp', shelf: 'shelf of p3' } } },
    ]);
  });

  it('works on eight events at once at most, and gives the answers in their order', async () => {
    const upstream = createUpstream();
    const held: (() => void)[] = [];
    const { subscribe } = createLocalExecutor(SHOP, {
      transports: {
        stock: { subscribe: upstream.subscribe },
        catalog: { execute: () => new Promise((resolve) => { held.push(() => resolve({ data: { _entities: [{ name: 'Chair' }] } })); }) },
      },
    });
    const answers = subscribe(QUERY).values();
    const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
    upstream.send(...ids.map(changed));
    const given: unknown[] = [];
    while (given.length < ids.length) {
      await setImmediate();
      expect(held.length).toBeLessThanOrEqual(8);
      if (held.length < Math.min(8, ids.length - given.length)) continue;
      const now = held.splice(0);
      for (const answer of now.toReversed()) answer();
      for (const _ of now) given.push((await answers.next()).value);
    }
    expect(given).toEqual(ids.map((id) => ({ data: { restocked: { id, inStock: 1, name: 'Chair' } } })));
  });

  it('ends upstream at once when the client leaves, while an event is awaited', async () => {
    const upstream = createUpstream();
    const { subscribe, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = subscribe(QUERY);
    while (upstream.seen.asked === 0) await setImmediate();
    await answers.cancel();
    expect(upstream.seen.returned).toBe(1);
    expect(failures).toEqual([]);
  });

  it('ends with SUBSCRIPTION_INTERRUPTED when its subgraph breaks it', async () => {
    const upstream = createUpstream();
    const { subscribe, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = subscribe(QUERY);
    upstream.send(changed('p1'), new Error('4001 at stock.internal'));
    expect(await Array.fromAsync(answers)).toEqual([{ data: { restocked: { id: 'p1', inStock: 1, name: 'Chair' } } }, INTERRUPTED]);
    expect(failures).toEqual([{ serviceName: 'stock', error: new Error('4001 at stock.internal') }]);
  });

  it('ends so too at an event that is none', async () => {
    const upstream = createUpstream();
    const { subscribe } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = subscribe(QUERY);
    upstream.send({});
    expect(await Array.fromAsync(answers)).toEqual([INTERRUPTED]);
    expect(upstream.seen.returned).toBe(1);
  });

  it('passes on an event\'s errors, coded, and goes on', async () => {
    const upstream = createUpstream();
    const { subscribe } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = subscribe('subscription { restocked { inStock } }').values();
    upstream.send(
      { data: { restocked: null }, errors: [{ message: 'Counting.', path: ['restocked'], extensions: { code: 'RATE_LIMITED', host: 'x' } }] },
      { data: null, errors: [{ message: 'boom' }] },
      changed('p1'),
    );
    expect((await answers.next()).value).toEqual({ data: { restocked: null }, errors: [{ message: 'Counting.', path: ['restocked'], extensions: { code: 'RATE_LIMITED' } }] });
    expect((await answers.next()).value).toEqual({ data: null, errors: [{ message: 'boom', path: ['restocked'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect((await answers.next()).value).toEqual({ data: { restocked: { inStock: 1 } } });
  });

  it('goes on while another subgraph fails, without its part', async () => {
    const { subscribe } = createLocalExecutor(SHOP, { transports: { reviews: { execute: () => Promise.reject(new Error('down')) } } });
    expect(await Array.fromAsync(subscribe('subscription { stockChanged(from: 2) { name reviews { text } } }'))).toMatchObject([
      { data: { stockChanged: { name: 'Table', reviews: null } }, errors: [{ path: ['stockChanged'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
      { data: { stockChanged: { name: 'Lamp', reviews: null } } },
    ]);
  });
});

describe('a subscription is refused', () => {
  it('by its subgraph, with one answer that has no data', async () => {
    const { subscribe } = createLocalExecutor(SHOP);
    expect(await Array.fromAsync(subscribe('subscription { sales { id } }'))).toEqual([{ errors: [{ message: 'Not for you.', path: ['sales'], extensions: { code: 'FORBIDDEN' } }] }]);
  });

  it('when its subgraph cannot be reached', async () => {
    const { subscribe, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: () => Promise.reject(new Error('ECONNREFUSED')) } } });
    expect(await Array.fromAsync(subscribe('subscription { change: stockChanged { id } }'))).toEqual([{
      errors: [{ message: 'The part of the graph that answers this is unavailable.', path: ['change'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    }]);
    expect(failures).toEqual([{ serviceName: 'stock', error: new Error('ECONNREFUSED') }]);
  });

  it('when its subgraph does not accept in time; what it accepts later is ended', async () => {
    const upstream = createUpstream();
    const accepted = Promise.withResolvers<Awaited<ReturnType<typeof upstream.subscribe>>>();
    const { subscribe, failures } = createLocalExecutor(SHOP, { acceptTimeoutMs: 5, transports: { stock: { subscribe: () => accepted.promise } } });
    expect(await Array.fromAsync(subscribe(QUERY))).toMatchObject([{ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }]);
    expect(failures).toMatchObject([{ serviceName: 'stock', error: { name: 'TimeoutError' } }]);
    accepted.resolve(await upstream.subscribe());
    await setImmediate();
    expect(upstream.seen.returned).toBe(1);
  });

  it.each([
    ['its root field is under a condition', 'subscription ($on: Boolean!) { stockChanged @include(if: $on) { id } }', { on: true }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable does not fit', 'subscription ($from: Int!) { stockChanged(from: $from) { id } }', {}, 'BAD_USER_INPUT'],
  ])('when %s', async (_, query, variables, code) => {
    expect(await Array.fromAsync(createLocalExecutor(SHOP).subscribe(query, variables))).toMatchObject([{ errors: [{ extensions: { code } }] }]);
  });
});
