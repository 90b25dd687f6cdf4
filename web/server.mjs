// The built web app as a process of its own: Next behind a small server that says where it listens and ends in good order.
// PORT (default 0: the system chooses) and HOST say where; GRAPH_URL and PUBLIC_URL are read by the pages.
import { createServer } from 'node:http';
import sirv from 'sirv';

// Paths in next.config.ts are from here.
process.chdir(import.meta.dirname);
process.env.NODE_ENV = 'production';
// Not before the line above, by which React chooses its build.
const { default: next } = await import('next');

/** Longer than the front door keeps an idle connection, which the answers tell it: else it could ask on one that is just closed. */
const KEEP_ALIVE_MS = 75_000;
/** What is not answered by then is cut off. */
const STOP_WITHIN_MS = 10_000;

/** Scripts and styles: under their names they are the same for ever, and each is there as Brotli and as gzip. The service worker is not among them. */
const BUILT = '/_next/static/chunks/';
const built = sirv('.next/static/chunks', { brotli: true, gzip: true, etag: true, maxAge: 31_536_000, immutable: true, setHeaders: (response) => response.setHeader('x-content-type-options', 'nosniff') });

/** What is none of them goes on to `otherwise`. */
function serveBuilt(request, response, otherwise) {
  const { url, method } = request;
  if (!url.startsWith(BUILT) || (method !== 'GET' && method !== 'HEAD')) return otherwise();
  request.url = url.slice(BUILT.length - 1);
  built(request, response, () => {
    request.url = url;
    otherwise();
  });
}

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
const prepared = Promise.withResolvers();
let isStopping = false;
// Whoever started us with a channel is served as long as it is there.
process.on('SIGINT', stop).on('SIGTERM', stop).on('disconnect', stop);

server.on('request', async (request, response) => {
  if (isStopping) response.setHeader('connection', 'close');
  response.once('close', () => isStopping && server.closeIdleConnections());
  // Who asks early waits.
  const answer = await prepared.promise;
  if (request.url === '/livez') return response.setHeader('content-type', 'application/json').end('{"status":"up"}');
  return serveBuilt(request, response, () => answer(request, response));
});
// A built app has no sockets; Next would leave who asks for one waiting.
server.on('upgrade', (_request, socket) => socket.destroy());
await new Promise((resolve, reject) => {
  server.once('error', reject).listen(Number(process.env.PORT || 0), process.env.HOST || '127.0.0.1', resolve);
});

const { port } = server.address();
// Under any other name, Next takes a rewrite to one of its own pages for one to another host, and asks itself without end.
const app = next({ dev: false, dir: import.meta.dirname, hostname: 'localhost', port });
await app.prepare();
prepared.resolve(app.getRequestHandler());
if (process.send) process.send({ port });
else console.log(`The web app listens on port ${port}.`);

/** Takes no more, answers what is under way, and ends. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  server.close(() => process.exit(0));
}
