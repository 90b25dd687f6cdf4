import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MEASURED = ['gateway', 'platform'];
const PEERS = ['@apollo/server', '@apollo/gateway', '@graphql-hive/gateway', '@graphql-hive/router-runtime', 'ws'];
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** The version that package-lock.json says is installed; some packages do not export their package.json. */
const versionOf = (name) => createRequire(import.meta.url)('../../package-lock.json').packages[`node_modules/${name}`].version;

/** What a figure holds for: the commit, the day, the machine, and what it was compared with. */
export const readFacts = (startedAt) => ({
  commit: git('rev-parse', 'HEAD'),
  hasUncommittedChanges: git('status', '--porcelain', '--', ...MEASURED) !== '',
  takenAt: startedAt.toISOString(),
  tookSeconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
  machine: { processor: cpus()[0].model, cores: cpus().length, memoryGib: Math.round(totalmem() / 2 ** 30), node: process.version, loadAtEnd: loadavg().map((load) => Number(load.toFixed(2))) },
  versions: Object.fromEntries(PEERS.map((name) => [name, versionOf(name)])),
});
