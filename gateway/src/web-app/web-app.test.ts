import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { WebSocket, WebSocketServer } from 'ws';
import { createHttpServer } from '@secondlife/platform/http/http-server';
import { listen } from '@secondlife/platform/http/listen';
import { createLogger } from '@secondlife/platform/log';
import { forwardPages } from './forward-pages.js';
import { forwardSockets } from './forward-sockets.js';
import { createVisitors, VISITOR_HEADER } from './visitors.js';

const log = createLogger({ name: 'test', level: 'silent' });

const visitors = createVisitors('s'.repeat(32));

let webApp: Server;
let webUrl: string | null;
let seen: IncomingMessage[];
let app: FastifyInstance;
let url: string;

beforeEach(async () => {
  seen = [];
  webApp = createServer((request, response) => {
    seen.push(request);
    if (request.url === '/busy') return response.writeHead(503).end();
    if (request.url === '/broken') return request.socket.destroy();
    return response.writeHead(200, { 'content-type': 'text/html' }).end(`page ${request.url}`);
  });
  new WebSocketServer({ server: webApp }).on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
  await new Promise<void>((resolve) => webApp.listen(0, '127.0.0.1', resolve));
  webUrl = `http://127.0.0.1:${(webApp.address() as AddressInfo).port}`;

  app = createHttpServer({ log, checks: {}, trustProxy: false });
  forwardPages(app, () => webUrl, visitors);
  app.get('/photos/:name', async () => 'picture');
  app.get('/whose', async (request) => visitors.addressOf(request));
  new WebSocketServer({ server: app.server, path: '/graphql' }).on('connection', (socket) => socket.send('graph'));
  forwardSockets(app, () => webUrl);
  url = `http://127.0.0.1:${await listen(app, { port: 0, host: '127.0.0.1' })}`;
});
afterEach(async () => {
  await app.close();
  webApp.close();
  webApp.closeAllConnections();
});

describe('a request that no route answers', () => {
  it('goes to the web app as it came, with who sent it and the request’s id', async () => {
    const response = await fetch(`${url}/fr/items/a%20b?q=%C3%A9`, { headers: { 'x-forwarded-for': '9.9.9.9', 'accept-encoding': 'gzip' } });
    expect(await response.text()).toBe('page /fr/items/a%20b?q=%C3%A9');
    expect(seen[0]!.headers).toMatchObject({
      'accept-encoding': 'gzip',
      'x-forwarded-host': new URL(url).host,
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '127.0.0.1',
      'x-request-id': response.headers.get('x-request-id'),
    });
  });

  it('goes with who visits: what the web app asks for the page is the visitor’s, and nobody else can say so', async () => {
    const proxied = createHttpServer({ log, checks: {}, trustProxy: true });
    forwardPages(proxied, () => webUrl, visitors);
    await proxied.inject({ url: '/fr', headers: { 'x-forwarded-for': '203.0.113.9', [VISITOR_HEADER]: 'forged' } });
    await proxied.close();
    const askedWith = async (header: string) => (await fetch(`${url}/whose`, { headers: { [VISITOR_HEADER]: header } })).text();
    const given = String(seen[0]!.headers[VISITOR_HEADER]);
    expect(await askedWith(given)).toBe('203.0.113.9');
    const another = createVisitors('o'.repeat(32)).toHeader({ id: 'r', ip: '203.0.113.9' });
    for (const forged of ['203.0.113.9', '', `${given}x`, another]) expect(await askedWith(forged)).toBe('127.0.0.1');
  });

  it('stays with whose route has the first part of its path', async () => {
    expect(await (await fetch(`${url}/photos/1.webp`)).text()).toBe('picture');
    expect((await fetch(`${url}/photos/1/2`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('is asked for once, also where the answer is 503', async () => {
    expect((await fetch(`${url}/busy`)).status).toBe(503);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['has hung up', '/broken', 502],
    ['is not up', '/fr', 503],
  ])('is answered with a page to try again when the web app %s', async (_name, path, status) => {
    if (status === 503) webUrl = null;
    const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect([response.status, response.headers.get('content-language')]).toEqual([status, 'en']);
    expect(await response.text()).toContain('Try again');
  });
});

describe('a socket', () => {
  it('of a page that `next dev` serves goes to the web app', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/_next/hmr?id=1`);
    await once(socket, 'open');
    socket.send('changed');
    expect(String((await once(socket, 'message'))[0])).toBe('changed');
  });

  it('of the graph stays the graph’s, and any other is refused', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`);
    expect(String((await once(socket, 'message'))[0])).toBe('graph');
    socket.terminate();
    const [error] = (await once(new WebSocket(`${url.replace('http', 'ws')}/other`), 'error')) as [Error];
    expect(error.message).toContain('400');
  });

  it('ends with the front door', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /_next/hmr HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
    await once(socket, 'data');
    await app.close();
    if (!socket.closed) await once(socket, 'close');
    expect(socket.closed).toBe(true);
  });
});
