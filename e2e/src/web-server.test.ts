import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { VISITOR_HEADER } from '@secondlife/gateway/web-app/visitors';
import { ROOT } from './stack/process.js';

/** A graph that keeps its callers waiting until it is told to answer. */
interface SlowGraph {
  url: string;
  server: Server;
  /** The headers of the first question. */
  asked: Promise<IncomingHttpHeaders>;
  answer(): void;
}

let graph: SlowGraph;
let web: ChildProcess;
let port: number;

async function startSlowGraph(): Promise<SlowGraph> {
  const waiting = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<IncomingHttpHeaders>();
  const server = createServer(({ headers }, response) => {
    asked.resolve(headers);
    void waiting.promise.then(() => response.end('{"data":null}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, server, asked: asked.promise, answer: waiting.resolve };
}

beforeEach(async () => {
  graph = await startSlowGraph();
  web = fork(join(ROOT, 'web/server.mjs'), { env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', GRAPH_URL: graph.url } });
  [{ port }] = (await once(web, 'message')) as [{ port: number }];
});
afterEach(() => {
  web.kill('SIGKILL');
  graph.server.close();
  graph.server.closeAllConnections();
});

const exit = async (): Promise<unknown> => (await once(web, 'exit'))[0];

describe('the web app’s process', () => {
  it('answers the page that is under way when it is told to stop, and ends with 0', async () => {
    const page = fetch(`http://127.0.0.1:${port}/fr`);
    await graph.asked;
    const ended = exit();
    web.kill('SIGTERM');
    graph.answer();
    expect((await page).status).toBe(200);
    expect(await (await page).text()).toContain('</html>');
    expect(await ended).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  it('ends when who started it is gone', async () => {
    const ended = exit();
    web.disconnect();
    expect(await ended).toBe(0);
  });

  it('tells the graph for whom a page is made', async () => {
    graph.answer();
    await fetch(`http://127.0.0.1:${port}/fr`, { headers: { [VISITOR_HEADER]: 'signed' } });
    expect((await graph.asked)[VISITOR_HEADER]).toBe('signed');
  });

  it('says that it lives', async () => {
    expect(await (await fetch(`http://127.0.0.1:${port}/livez`)).json()).toEqual({ status: 'up' });
  });
});
