// Installs what the measuring needs, once, and measures: node bench/gateway/run.mjs [scenario …] [--option value …]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${bench}/node_modules/.package-lock.json`)) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const { measure } = await import('./measure.mjs');
process.exit(await measure(process.argv.slice(2)));
