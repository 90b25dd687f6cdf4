// The platform with `next dev` in place of the built web app: what changes in web/ shows at once, a service when it is built
// (`node scripts/build.mjs`), an operation with `npm run codegen`.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const webPort = await findFreePort();
const graphUrl = `http://127.0.0.1:${process.env.PORT || 4000}/graphql`;
spawnSync('npm', ['run', '--silent', 'codegen'], { stdio: 'inherit' });
const children = [
  start('web', 'next', ['dev', '--hostname', 'localhost', '--port', String(webPort)], { GRAPH_URL: graphUrl }),
  start('.', 'node', ['--enable-source-maps', '--watch', 'standalone/dist/main.js'], { WEB_URL: `http://localhost:${webPort}` }),
];
let running = children.length;
for (const child of children) child.on('exit', onExit);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));

function start(cwd, file, args, env) {
  return spawn(file, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } });
}

function end(signal) {
  for (const child of children) child.kill(signal);
}

/** One alone is of no use. */
function onExit(status) {
  process.exitCode ||= status ?? 0;
  running -= 1;
  if (running > 0) end('SIGTERM');
}

/** A port that nothing listens on at this moment. */
async function findFreePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
