import { createMetrics } from '@secondlife/platform/http/http-server';
import { createLogger } from '@secondlife/platform/log';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { startLiveRig } from '../live/testing/live-rig.js';
import { startGateway } from '../testing/start-gateway.js';
import { createGatewayMetrics } from './gateway-metrics.js';
import { createOperationObserver } from './operation-observer.js';
import { CLOCKS } from './testing/clocks.js';

interface Line {
  level: string;
  msg: string;
  requestId: string;
  viewerId: string | null;
  operation: Record<string, unknown>;
}

/** A logger, with the lines about operations that it has written. A line with `fatal` in it can't be written. */
function capture(level = 'info', fatal?: string) {
  const lines: Line[] = [];
  const write = (text: string): void => {
    if (fatal && text.includes(fatal)) throw new Error('ENOSPC: no space left on /var/log');
    const line = JSON.parse(text) as Line;
    if ('operation' in line) lines.push(line);
  };
  return { log: createLogger({ name: 'test', level, destination: { write } }), lines };
}

const OUT_OF_REACH: SubgraphClient = {
  execute: () => Promise.reject(new Error('ECONNREFUSED')),
  subscribe: () => { throw new Error('ECONNREFUSED'); },
  check: async () => undefined,
  dispose: async () => undefined,
};

const WHISPERED = 'subscription Whisper { whispered(room: "r") { body } }';

describe('an operation over HTTP', () => {
  it('writes one line, with what it was, what became of it, and by which plan and fetches', async () => {
    const { log, lines } = capture();
    await using gateway = await startGateway([CLOCKS], { log });
    for (let count = 0; count < 2; count += 1) await gateway.post({ query: 'query Clock { clock }' }, { 'x-request-id': 'request-1' });
    const operation = { door: 'http', name: 'Clock', type: 'query', outcome: 'ok', cost: null, fetches: 1, durationMs: expect.any(Number) };
    expect(lines).toMatchObject([
      { level: 'info', msg: 'operation', requestId: 'request-1', viewerId: null, operation: { ...operation, isPlanKept: false } },
      { operation: { ...operation, isPlanKept: true } },
    ]);
  });

  it('tells codes of what failed and of what was refused, and nothing of its text', async () => {
    const { log, lines } = capture();
    await using gateway = await startGateway([CLOCKS], { log });
    await gateway.post({ query: 'query Broken { broken }' });
    await gateway.post({ query: 'query Secret { hunter2 }' });
    await gateway.post({ query: 'query Named($id: ID!) { named(id: $id) }', operationName: 'Named' });
    expect(lines.map(({ operation }) => [operation['name'], operation['outcome'], operation['codes']])).toEqual([
      ['Broken', 'errors', ['INTERNAL_SERVER_ERROR']],
      [null, 'refused', ['GRAPHQL_VALIDATION_FAILED']],
      ['Named', 'refused', ['BAD_USER_INPUT']],
    ]);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  it('writes its line too where the gateway itself failed, and the viewer is told no more than that', async () => {
    // What nobody foresaw: a line that can't be written.
    const { log, lines } = capture('info', 'a subgraph failed');
    await using gateway = await startGateway([CLOCKS], { log, subgraphs: new Map([['clocks', OUT_OF_REACH]]) });
    const response = await gateway.post({ query: 'query Clock { clock }' }, { 'x-request-id': 'request-1' });
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringMatching('this number if it happens again: request-1$'), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' } }],
    });
    expect(lines).toMatchObject([{ operation: { name: 'Clock', outcome: 'failed', codes: ['INTERNAL_SERVER_ERROR'] } }]);
  });

  it.each([
    ['debug', 'info', 0],
    ['debug', 'debug', 1],
    [false, 'debug', 0],
  ] as const)('is told at %s: at level %s there are %i lines', async (operationLog, level, count) => {
    const { log, lines } = capture(level);
    await using gateway = await startGateway([CLOCKS], { log, operationLog });
    await gateway.post({ query: '{ clock }' });
    expect(lines).toHaveLength(count);
  });
});

it('the cost of an operation is on its line once it is told', () => {
  const { log, lines } = capture();
  const observer = createOperationObserver({ metrics: createGatewayMetrics({ registry: createMetrics() }), log, operationLog: 'info' });
  const call = { viewer: { userId: null, sessionId: null, language: 'fr', address: null, requestId: 'request-1', service: null } } as const;
  const operation = observer.start(call, 'http');
  observer.onCost(call, 215);
  operation.end({ errors: [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }] });
  expect(lines).toMatchObject([{ operation: { cost: 215, outcome: 'refused', codes: ['RATE_LIMITED'] } }]);
});

describe('a live query', () => {
  it('writes a line at its start and one at its end, with who asked, on a socket', async () => {
    const { log, lines } = capture();
    const rig = await startLiveRig({ log });
    try {
      const client = await rig.connect(rig.toToken('u1'));
      client.subscribe('a', WHISPERED);
      await rig.until(() => lines.length === 1);
      client.send({ id: 'a', type: 'complete' });
      await rig.until(() => lines.length === 2);
      const operation = { door: 'socket', name: 'Whisper', type: 'subscription', outcome: 'ok', cost: null };
      expect(lines).toMatchObject([
        { msg: 'subscription begun', viewerId: 'u1', requestId: expect.any(String), operation },
        { msg: 'subscription ended', viewerId: 'u1', requestId: lines[0]!.requestId, operation },
      ]);
    } finally {
      await rig.dispose();
    }
  });

  it('tells by which code it was ended', async () => {
    const { log, lines } = capture();
    const rig = await startLiveRig({ log });
    try {
      const client = await rig.connect();
      client.subscribe('a', WHISPERED);
      await rig.feed.until(() => rig.feed.countOpen() === 1);
      rig.feed.cut();
      await client.untilComplete('a');
      await rig.until(() => lines.length === 2);
      expect(lines[1]).toMatchObject({ msg: 'subscription ended', operation: { outcome: 'errors', codes: ['SUBSCRIPTION_INTERRUPTED'] } });
    } finally {
      await rig.dispose();
    }
  });

  it('that its door refuses is told as refused', async () => {
    const { log, lines } = capture();
    const rig = await startLiveRig({ log, limits: { live: { subscriptionsPerAddress: 0 } } });
    try {
      const client = await rig.connect();
      client.subscribe('a', WHISPERED);
      await rig.until(() => lines.length === 1);
      expect(lines[0]).toMatchObject({ msg: 'operation', operation: { name: 'Whisper', outcome: 'refused', codes: ['RATE_LIMITED'] } });
    } finally {
      await rig.dispose();
    }
  });

  it('is told as well when it is an event stream, with the id of the request, as are its refusal and a query there', async () => {
    const { log, lines } = capture();
    const rig = await startLiveRig({ log });
    const ask = (query: string, signal?: AbortSignal) =>
      fetch(`${rig.url}/graphql`, {
        method: 'POST',
        headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'x-request-id': 'request-1' },
        body: JSON.stringify({ query }),
        ...(signal && { signal }),
      });
    try {
      await (await ask('query Ping { ping }')).text();
      await (await ask('subscription { nothing }')).text();
      const leaving = new AbortController();
      await ask(WHISPERED, leaving.signal);
      await rig.until(() => lines.length === 3);
      leaving.abort();
      await rig.until(() => lines.length === 4);
      expect(lines.map(({ msg, requestId, operation }) => [msg, requestId, operation['door'], operation['outcome']])).toEqual([
        ['operation', 'request-1', 'stream', 'ok'],
        ['operation', 'request-1', 'stream', 'refused'],
        ['subscription begun', 'request-1', 'stream', 'ok'],
        ['subscription ended', 'request-1', 'stream', 'ok'],
      ]);
    } finally {
      await rig.dispose();
    }
  });
});
