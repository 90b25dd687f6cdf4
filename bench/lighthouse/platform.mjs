import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const findFreePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** What `npm start` runs, with the demo community, in a folder of its own. Resolves once it is up. */
export async function startPlatform() {
  const [port, dataDir] = [await findFreePort(), await mkdtemp(join(tmpdir(), 'sle-lighthouse-'))];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_DIR: dataDir, DEMO: 'true' };
  const child = spawn(process.execPath, ['standalone/dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (/password \S+/.test(output)) resolve();
    });
    void ended.then(() => reject(new Error(`It ended before it was up:\n${output}`)));
  });
  return {
    url: `http://localhost:${port}`,
    password: /password (\S+)/.exec(output)[1],
    async dispose() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function post(url, query, accessToken) {
  const headers = { 'content-type': 'application/json', ...(accessToken && { authorization: `Bearer ${accessToken}` }) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return { data, cookies: response.headers.getSetCookie() };
}

const ask = async (...question) => (await post(...question)).data;

/** A log-in as Nour: a session for the browser, and the exchange whose page is measured. */
export async function logInAsNour({ url, password }) {
  const { data: { logIn }, cookies } = await post(url, `mutation { logIn(input: { email: "nour@example.org", password: "${password}" }) { ... on Session { accessToken refreshToken viewer { id } } } }`);
  const { exchanges } = await ask(url, '{ exchanges(first: 50) { edges { node { id status messages { totalCount } } } } }', logIn.accessToken);
  const busiest = exchanges.edges.map(({ node }) => node).toSorted((a, b) => b.messages.totalCount - a.messages.totalCount)[0];
  return { viewerId: logIn.viewer.id, refreshToken: logIn.refreshToken, readerToken: /sle_reader=([^;]+)/.exec(cookies.join('\n'))[1], exchangeId: busiest.id };
}

/** An item with a picture, as the feed shows it. */
export async function findItem({ url }) {
  const { items } = await ask(url, '{ items(first: 20) { edges { node { id photos { id } } } } }');
  return items.edges.find(({ node }) => node.photos.length > 0).node.id;
}
