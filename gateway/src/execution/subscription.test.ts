import { parse, type FormattedExecutionResult } from 'graphql';
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

async function toList<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('a subscription', () => {
  it('answers each event with fields of other subgraphs, and ends with its subgraph', async () => {
    const { subscribe } = createLocalExecutor(SHOP);
    expect(await toList(await subscribe('subscription ($from: Int!) { change: stockChanged(from: $from) { n: name shelf } }', { from: 2 }))).toEqual([
      { data: { change: { n: 'Table', shelf: 'shelf of p2' } } },
      { data: { change: { n: 'Lamp', shelf: 'shelf of p3' } } },
    ]);
  });

  it('takes no event before it is asked for the answer', async () => {
    const upstream = createUpstream();
    const { subscribe } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = await subscribe(QUERY);
    upstream.send(changed('p1'), changed('p2'));
    expect(upstream.seen.asked).toBe(0);
    expect(await answers.next()).toMatchObject({ value: { data: { restocked: { id: 'p1', name: 'Chair' } } } });
    expect(upstream.seen.asked).toBe(1);
  });

  it('keeps the order of events, even if an earlier answer takes longer', async () => {
    const upstream = createUpstream();
    const first = Promise.withResolvers<void>();
    let count = 0;
    const { subscribe } = createLocalExecutor(SHOP, {
      transports: {
        stock: { subscribe: upstream.subscribe },
        catalog: {
          async execute() {
            count += 1;
            if (count === 1) await first.promise;
            return { data: { _entities: [{ name: `name ${count}` }] } };
          },
        },
      },
    });
    const answers = await subscribe(QUERY);
    upstream.send(changed('p1'), changed('p2'));
    const both = [answers.next(), answers.next()];
    first.resolve();
    expect((await Promise.all(both)).map(({ value }: IteratorResult<FormattedExecutionResult>) => value?.data)).toMatchObject([{ restocked: { id: 'p1' } }, { restocked: { id: 'p2' } }]);
  });

  it('ends upstream at once when the client leaves, while an event is awaited', async () => {
    const upstream = createUpstream();
    const { subscribe, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = await subscribe(QUERY);
    const pending = answers.next();
    await answers.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(upstream.seen.returned).toBe(1);
    expect(await answers.next()).toEqual({ done: true, value: undefined });
    expect(failures).toEqual([]);
  });

  it('ends the fetches under way when the client leaves', async () => {
    const upstream = createUpstream();
    const fetching = Promise.withResolvers<AbortSignal>();
    const { subscribe, failures } = createLocalExecutor(SHOP, {
      transports: {
        stock: { subscribe: upstream.subscribe },
        catalog: { execute: (_, __, signal) => { fetching.resolve(signal!); return new Promise<never>(() => undefined); } },
      },
    });
    const answers = await subscribe(QUERY);
    const pending = answers.next();
    upstream.send(changed('p1'));
    const signal = await fetching.promise;
    await answers.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(signal.aborted).toBe(true);
    expect(failures).toEqual([]);
  });

  it('ends with SUBSCRIPTION_INTERRUPTED when its subgraph breaks it', async () => {
    const upstream = createUpstream();
    const { subscribe, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = await subscribe(QUERY);
    upstream.send(changed('p1'), new Error('4001 at stock.internal'));
    expect(await toList(answers)).toEqual([{ data: { restocked: { id: 'p1', inStock: 1, name: 'Chair' } } }, INTERRUPTED]);
    expect(failures).toEqual([{ serviceName: 'stock', error: new Error('4001 at stock.internal') }]);
  });

  it('ends so too at an event that is none', async () => {
    const upstream = createUpstream();
    const { subscribe } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = await subscribe(QUERY);
    upstream.send({});
    expect(await toList(answers)).toEqual([INTERRUPTED]);
    expect(upstream.seen.returned).toBe(1);
  });

  it('passes on an event\'s errors, coded, and goes on', async () => {
    const upstream = createUpstream();
    const { subscribe } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: upstream.subscribe } } });
    const answers = await subscribe('subscription { restocked { inStock } }');
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
    expect(await toList(await subscribe('subscription { stockChanged(from: 2) { name reviews { text } } }'))).toMatchObject([
      { data: { stockChanged: { name: 'Table', reviews: null } }, errors: [{ path: ['stockChanged'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
      { data: { stockChanged: { name: 'Lamp', reviews: null } } },
    ]);
  });
});

describe('a subscription is refused', () => {
  it('by its subgraph, with one answer that has no data', async () => {
    const { subscribe } = createLocalExecutor(SHOP);
    expect(await toList(await subscribe('subscription { sales { id } }'))).toEqual([{ errors: [{ message: 'Not for you.', path: ['sales'], extensions: { code: 'FORBIDDEN' } }] }]);
  });

  it('when its subgraph cannot be reached', async () => {
    const { executor, failures } = createLocalExecutor(SHOP, { transports: { stock: { subscribe: () => Promise.reject(new Error('ECONNREFUSED')) } } });
    expect(await executor.subscribe({ document: parse('subscription { change: stockChanged { id } }'), context: undefined })).toEqual({
      errors: [{ message: 'The part of the graph that answers this is unavailable.', path: ['change'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
    expect(failures).toEqual([{ serviceName: 'stock', error: new Error('ECONNREFUSED') }]);
  });

  it('when its subgraph does not accept in time; what it accepts later is ended', async () => {
    const upstream = createUpstream();
    const accepted = Promise.withResolvers<Awaited<ReturnType<typeof upstream.subscribe>>>();
    const { executor } = createLocalExecutor(SHOP, { acceptTimeoutMs: 5, transports: { stock: { subscribe: () => accepted.promise } } });
    const refused = await executor.subscribe({ document: parse(QUERY), context: undefined });
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
    accepted.resolve(await upstream.subscribe());
    await new Promise(setImmediate);
    expect(upstream.seen.returned).toBe(1);
  });

  it('when its root field is under a condition, or a variable does not fit', async () => {
    const { executor } = createLocalExecutor(SHOP);
    const subscribe = (query: string, variables?: Record<string, unknown>) => executor.subscribe({ document: parse(query), variables, context: undefined });
    expect(await subscribe('subscription ($on: Boolean!) { stockChanged @include(if: $on) { id } }', { on: true })).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(await subscribe('subscription ($from: Int!) { stockChanged(from: $from) { id } }')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});
