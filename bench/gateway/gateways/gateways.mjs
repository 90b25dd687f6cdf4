import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { startChild } from '../harness/child.mjs';

const toPath = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const OURS = toPath('../../../gateway/dist/command/main.js');
const HIVE = toPath('../../node_modules/@graphql-hive/gateway/dist/bin.js');
const BENCH = toPath('../..');
const startHive = (supergraph, port, ...more) => startChild(HIVE, ['supergraph', supergraph, '--port', String(port), '--host', '127.0.0.1', '--config-path', toPath('hive.config.mjs'), ...more], { cwd: BENCH });

/** What is measured, by name: ours first, then the peers. Each is run as its own documentation tells users to run it. */
const GATEWAYS = {
  ours: (supergraph, port, { profileDir }) =>
    startChild(OURS, ['--supergraph', supergraph, '--port', String(port), ...findLimitsOption()], {
      nodeArgs: profileDir ? ['--cpu-prof', '--cpu-prof-dir', profileDir] : [],
    }),
  stock: (supergraph, port) => startChild(toPath('stock.mjs'), [supergraph, String(port)]),
  'hive-js': (supergraph, port) => startHive(supergraph, port),
  'hive-rust': (supergraph, port) => startHive(supergraph, port, '--hive-router-runtime'),
};

/** No gateway: what asking the subgraphs alone takes, and what sending alone takes. */
const FLOORS = {
  'by-hand': (_supergraph, port, { urls }) => startChild(toPath('by-hand.mjs'), [JSON.stringify(urls), String(port)]),
  'plain-ws': (_supergraph, port, { urls, frameBytes }) => startChild(toPath('plain-ws.mjs'), [urls.chat.replace('http', 'ws'), String(port), String(frameBytes)]),
};

/** A commit from before there were limits has no option to turn them off, and says so. */
const findLimitsOption = () => (/Unknown option '--limits'/.test(spawnSync(process.execPath, [OURS, '--limits', 'off'], { encoding: 'utf8' }).stderr) ? [] : ['--limits', 'off']);

export const GATEWAY_NAMES = Object.keys(GATEWAYS);
export const FLOOR_NAMES = Object.keys(FLOORS);

const findFreePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function untilAnswers(url, child) {
  const isUp = () => request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' }).then(async ({ statusCode, body }) => [statusCode, await body.text()][0] === 200, () => false);
  const deadline = Date.now() + 60_000;
  while (!(await Promise.race([isUp(), child.over]))) {
    if (Date.now() > deadline) throw new Error(`It does not answer:\n${child.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts the gateway of this name with a supergraph file; resolves once it answers. */
export async function startGateway(name, supergraph, options = {}) {
  const port = await findFreePort();
  const child = { ...GATEWAYS, ...FLOORS }[name](supergraph, port, options);
  const url = `http://127.0.0.1:${port}/graphql`;
  await untilAnswers(url, child).catch(async (error) => {
    await child.stop();
    throw error;
  });
  return { name, url, socketUrl: url.replace('http', 'ws'), ...child };
}
