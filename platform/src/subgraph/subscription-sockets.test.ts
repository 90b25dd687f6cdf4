import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SignedViewer } from '../signed-viewer.js';
import { createSubscriptionSockets, type SubscriptionSockets, type SubscriptionSocketsOptions } from './subscription-sockets.js';

const viewer: SignedViewer = { userId: 'u1', sessionId: 's1', language: 'en', address: null, requestId: 'request-1', service: null };
const REQUEST = { query: 'subscription { count }', variables: {} };
const disposals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0).toReversed()) await dispose();
});

interface Asked { socket: WebSocket; id: string; payload: unknown }
interface Server {
  url: string;
  sockets: Set<WebSocket>;
  /** Resolves with the next subscription that it is asked for. */
  nextAsked(): Promise<Asked>;
}

/** A subgraph that says what the test makes it say. */
async function serve(): Promise<Server> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  await once(server, 'listening');
  server.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => {
      const { type, id, payload } = JSON.parse(data.toString()) as { type: string; id: string; payload?: unknown };
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'subscribe') server.emit('asked', { socket, id, payload });
    }),
  );
  disposals.push(async () => {
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets: server.clients,
    nextAsked: async () => ((await once(server, 'asked')) as [Asked])[0],
  };
}

function create(options: Partial<SubscriptionSocketsOptions> & Pick<SubscriptionSocketsOptions, 'urls'>): SubscriptionSockets {
  const sockets = createSubscriptionSockets({ path: '/graphql', viewerSecret: null, ...options });
  disposals.push(sockets.dispose);
  return sockets;
}

async function open(server: Server, sockets: SubscriptionSockets) {
  const asked = server.nextAsked();
  const events = await sockets.subscribe(REQUEST, { viewer });
  const { socket, id } = await asked;
  return { events, socket, send: (count: number) => socket.send(JSON.stringify({ id, type: 'next', payload: { data: { count } } })), end: (type: 'complete' | 'error', payload?: unknown) => socket.send(JSON.stringify({ id, type, payload })) };
}

describe('subscriptions over a few sockets', () => {
  it('share them, each with its own events', async () => {
    const server = await serve();
    const sockets = create({ urls: [server.url], socketsPerUrl: 2 });
    const all = [await open(server, sockets), await open(server, sockets), await open(server, sockets), await open(server, sockets)];
    expect(server.sockets.size).toBe(2);
    all.forEach(({ send }, index) => send(index));
    expect(await Promise.all(all.map(async ({ events }) => ((await events.next()).value as { data: unknown }).data))).toEqual([0, 1, 2, 3].map((count) => ({ count })));
  });

  it('tell a subgraph of others the headers that it is to have, and nothing of who asks', async () => {
    const server = await serve();
    const asked = server.nextAsked();
    await create({ urls: [server.url] }).subscribe(REQUEST, { viewer, headers: { tenant: 'a' } });
    expect((await asked).payload).toEqual({ ...REQUEST, extensions: { headers: { tenant: 'a' } } });
  });

  it.each([1000, 1001, 4400])('throw when their socket is closed with %i, after what came before, and are not asked for again in silence', async (code) => {
    const server = await serve();
    const sockets = create({ urls: [server.url] });
    const { events, socket, send } = await open(server, sockets);
    const askedAgain: unknown[] = [];
    void server.nextAsked().then((asked) => askedAgain.push(asked));
    send(1);
    socket.close(code);
    expect(await events.next()).toEqual({ done: false, value: { data: { count: 1 } } });
    await expect(events.next()).rejects.toThrow(`The socket was closed with ${code}`);
    expect(await events.next()).toEqual({ done: true, value: undefined });
    await once(socket, 'close');
    expect(askedAgain).toEqual([]);
  });

  it('are asked of the next address where one can’t be reached, and reject where none can', async () => {
    const [gone, there] = [await serve(), await serve()];
    await disposals.shift()!();
    const { events, send } = await open(there, create({ urls: [gone.url, there.url] }));
    send(1);
    expect((await events.next()).value).toEqual({ data: { count: 1 } });
    await expect(create({ urls: [gone.url] }).subscribe(REQUEST, { viewer })).rejects.toThrow('ECONNREFUSED');
  });

  it('are refused with one result that has the errors', async () => {
    const server = await serve();
    const { events, end } = await open(server, create({ urls: [server.url] }));
    end('error', [{ message: 'Not you.', extensions: { code: 'FORBIDDEN' } }]);
    expect(await events.next()).toEqual({ done: false, value: { errors: [{ message: 'Not you.', extensions: { code: 'FORBIDDEN' } }] } });
    expect((await events.next()).done).toBe(true);
  });

  it('end with an error when more events wait than may, and upstream is told', async () => {
    const server = await serve();
    const { events, socket, send } = await open(server, create({ urls: [server.url] }));
    const told = once(socket, 'message') as Promise<[Buffer]>;
    for (let count = 0; count <= 1_024; count += 1) send(count);
    expect(JSON.parse((await told)[0].toString())).toMatchObject({ type: 'complete' });
    for (let count = 0; count < 1_024; count += 1) expect((await events.next()).value).toEqual({ data: { count } });
    await expect(events.next()).rejects.toThrow('More than 1024 events');
  });

  it('are broken by a message larger than may be', async () => {
    const server = await serve();
    const { events, socket } = await open(server, create({ urls: [server.url], maxMessageBytes: 1_000 }));
    socket.send('x'.repeat(2_000));
    await expect(events.next()).rejects.toThrow();
  });
});
