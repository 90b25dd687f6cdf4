import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { startGateway } from '../testing/start-gateway.js';
import { startTracing } from './start-tracing.js';
import { CLOCKS } from './testing/clocks.js';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}
interface Export {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

/** A server that keeps what it is posted, by path, and answers with `answer`. */
async function listenForPosts(answer: string) {
  const posts: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => {
      posts.push({ path: request.url!, headers: request.headers, body });
      response.setHeader('content-type', 'application/json').end(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dispose = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { posts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: dispose };
}

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const CALLER_ID = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE_ID}-${CALLER_ID}-01`;

async function ask(headers: Record<string, string>, subgraphAnswer = '{"data":{"clock":"tick"}}'): Promise<IncomingHttpHeaders> {
  await using subgraph = await listenForPosts(subgraphAnswer);
  const client = createHttpClient({ urls: [subgraph.url], viewerSecret: null });
  try {
    await using gateway = await startGateway([CLOCKS], { subgraphs: new Map([['clocks', client]]) });
    await (await gateway.post({ query: 'query Clock { clock named(id: "hunter2") }' }, headers)).text();
    return subgraph.posts.find(({ path }) => path === '/graphql')!.headers;
  } finally {
    await client.dispose();
  }
}

describe('without a place to send traces to', () => {
  it('the request’s id goes on to subgraphs, and no trace', async () => {
    const stop = await startTracing('test');
    const headers = await ask({ traceparent: TRACEPARENT, 'x-request-id': 'request-1' });
    await stop();
    expect([headers['x-request-id'], headers['traceparent']]).toEqual(['request-1', undefined]);
  });
});

describe('with OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  it('an operation, its plan and its fetches are spans of the caller’s trace, which goes on in the subgraph', async () => {
    await using collector = await listenForPosts('{}');
    Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_NODE_RESOURCE_DETECTORS: 'none' });
    const stop = await startTracing('test');
    const headers = await ask({ traceparent: TRACEPARENT, 'x-request-id': 'request-2', baggage: 'user=admin' });
    await stop();
    const spans = collector.posts
      .filter(({ path }) => path === '/v1/traces')
      .flatMap(({ body }) => (JSON.parse(body) as Export).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: sent }) => sent)));
    const find = (name: string): Span => spans.find((span) => span.name === name)!;
    const operation = find('graphql.operation');
    expect(spans.map(({ name }) => name).toSorted()).toEqual(['graphql.fetch clocks', 'graphql.operation', 'graphql.plan']);
    expect(spans.map(({ traceId }) => traceId)).toEqual([TRACE_ID, TRACE_ID, TRACE_ID]);
    expect([operation.parentSpanId, find('graphql.plan').parentSpanId, find('graphql.fetch clocks').parentSpanId]).toEqual([CALLER_ID, operation.spanId, operation.spanId]);
    expect(Object.fromEntries(operation.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))).toMatchObject({
      'graphql.operation.name': 'Clock',
      'graphql.operation.type': 'query',
      'request.id': 'request-2',
    });
    expect(headers['traceparent']).toBe(`00-${TRACE_ID}-${find('graphql.fetch clocks').spanId}-01`);
    expect([headers['x-request-id'], headers['baggage']]).toEqual(['request-2', undefined]);
    expect(JSON.stringify(spans)).not.toContain('hunter2');
    expect(collector.posts.map(({ path }) => path)).not.toContain('/v1/metrics');
  });
});
