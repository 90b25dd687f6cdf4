// Builds the web app when what it is made of is not what it was built of: types of its operations, then Next's production build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = ['web/{src,messages,public,scripts}/**/*', 'web/*.{ts,mjs,json}', 'schema/api.graphql', 'package-lock.json'];
/** Made by the build itself, or not a part of it. */
const NOT_SOURCES = /\.generated\.ts$|\.test\.tsx?$|^web\/(next-env\.d\.ts|server\.mjs)$/;
/** What the present build was made of; Next empties the folder when it builds. */
const MARK = 'web/.next/sources';

/** Builds when it is stale; says a word before, as it takes a while. Throws with all that was printed when it fails. */
export async function buildWeb() {
  const sources = await readSources();
  if ((await readFile(MARK, 'utf8').catch(() => null)) === sources) return;
  console.log('Building the web app; this takes about a minute.');
  await rm(MARK, { force: true });
  await runBuild(sources.slice(0, 12));
  await writeFile(MARK, sources);
}

/** One mark for names and contents together: times of change say nothing after a clone. */
async function readSources() {
  const found = await Array.fromAsync(glob(SOURCES, { withFileTypes: true }));
  const files = found.filter((entry) => entry.isFile()).map((entry) => relative(process.cwd(), join(entry.parentPath, entry.name)));
  const hash = createHash('sha256');
  for (const file of files.sort()) if (!NOT_SOURCES.test(file)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Under a name of its own. Quietly: what it prints is of use only when it fails. */
function runBuild(name) {
  const child = spawn('npm', ['run', 'build'], { cwd: 'web', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', WEB_BUILD: name }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => (status === 0 ? resolve() : reject(new Error(`The web app does not build:\n${output}`))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWeb().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
