// Runs one of the project's commands on the pinned Node, after installing and building what is missing or stale.
// This file alone runs on whatever Node the machine has (20 or later), before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE = join(root, 'node_modules', '.bin', 'node');
const COMMANDS = {
  start: ['--enable-source-maps', 'standalone/dist/main.js'],
  dev: ['scripts/dev.mjs'],
  test: ['scripts/test.mjs'],
  jest: ['--no-warnings', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
  emit: ['standalone/dist/emit-cli.js'],
  compose: ['gateway/dist/compose-cli.js'],
  gateway: ['--enable-source-maps', 'gateway/dist/command/main.js'],
  'keys:rotate': ['standalone/dist/rotate-keys.js'],
  'db:reset': ['standalone/dist/reset.js'],
  screens: ['e2e/dist/screens/main.js'],
  lighthouse: ['bench/lighthouse/command.mjs'],
  bench: ['bench/gateway/run.mjs'],
};
/** Commands that show or test the built web app. */
const NEED_WEB = ['start', 'jest', 'screens', 'lighthouse'];

const [name, ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`Unknown command ${name}. One of: ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(2);
}
process.chdir(root);
if (!isInstalled()) run('npm', ['ci', '--no-audit', '--no-fund']);
if (name !== 'test') run(NODE, ['scripts/build.mjs']);
if (NEED_WEB.includes(name)) run(NODE, ['scripts/build-web.mjs']);
become(NODE, [...command, ...rest]);

/** npm writes its own lock file into node_modules last of all. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(NODE) && existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function run(file, args) {
  const { status, signal } = spawnSync(file, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(signal ? 1 : (status ?? 1));
}

/** Takes this process' place where Node can do that; else stands behind the child and passes signals on. */
function become(file, args) {
  // With glibc's many arenas the memory of re-encoded pictures is never given back: 45 MB at rest after the first start.
  const env = { MALLOC_ARENA_MAX: '2', ...process.env, PATH: `${dirname(NODE)}:${process.env.PATH}` };
  if (process.execve) process.execve(file, [file, ...args], env);
  const child = spawn(file, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => process.exit(signal ? 1 : status));
}
