// Everything that must hold: lint, types, and all tests. Closes with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that npm does not bring, with the Debian package that does. */
const NEEDED = { 'redis-server': 'redis-server', chromium: 'chromium' };
const startedAt = Date.now();
let passed = 0;
let failed = 0;

ensureTools();
check('build', (await run('node', ['scripts/build.mjs'])) && (await run('node', ['scripts/build-web.mjs'])));
const [lint, types] = await Promise.all([run('npm', ['run', '--silent', 'lint']), run('npm', ['run', '--silent', 'types'])]);
check('lint', lint);
check('types', types);
for (const project of ['unit', 'web', 'e2e', 'browser']) await runJest(project);
console.log(`\nall of it took ${Math.round((Date.now() - startedAt) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function check(name, isGood) {
  console.log(`${isGood ? 'passed' : 'FAILED'}: ${name}`);
  if (isGood) passed += 1;
  else failed += 1;
}

function run(file, args, options = {}) {
  return new Promise((resolve) => {
    spawn(file, args, { stdio: 'inherit', ...options }).on('exit', (status) => resolve(status === 0));
  });
}

/** A suite that could not run at all counts as one failed test. */
async function runJest(project) {
  const report = join(mkdtempSync(join(tmpdir(), 'sle-report-')), 'report.json');
  const flags = ['--no-warnings', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', project, '--json', `--outputFile=${report}`];
  const isGood = await run('node', flags, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    // A test that is skipped is a test that fails: nothing is left out in silence.
    const bad = numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests;
    failed += bad > 0 || isGood ? bad : 1;
  } catch {
    failed += 1;
  }
}

function ensureTools() {
  const missing = Object.entries(NEEDED).filter(([tool]) => spawnSync('which', [tool]).status !== 0);
  if (missing.length === 0) return;
  const packages = missing.map(([, debianPackage]) => debianPackage);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const install = [...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isDone = [[...asRoot, 'apt-get', 'update', '-q'], install].every(([file, ...args]) => spawnSync(file, args, { stdio: 'inherit', env }).status === 0);
  if (isDone) return;
  console.error(`The tests need ${missing.map(([tool]) => tool).join(', ')}. Install with: sudo apt-get install ${packages.join(' ')}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
