// Compiles every workspace's src/ to dist/ with SWC; only files that changed since they were last compiled.
import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { copyFile, glob, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = ['{platform,gateway,standalone,e2e}/src/**/*.{ts,json}', 'subgraphs/*/src/**/*.{ts,json}', 'schema/events/**/*.ts'];
const isTest = (file) => /\.test\.ts$/.test(file);

/** `items/src/a.ts` → `items/dist/a.js`; `schema/events/a.ts` → `schema/dist/events/a.js`. */
function toOutput(source) {
  const moved = source.startsWith('schema/') ? source.replace('schema/', 'schema/dist/') : source.replace('/src/', '/dist/');
  return moved.replace(/\.ts$/, '.js');
}

async function isFresh(source, output, configuredAt) {
  if (!existsSync(output)) return false;
  const builtAt = (await stat(output)).mtimeMs;
  return builtAt > (await stat(source)).mtimeMs && builtAt > configuredAt;
}

async function buildFile(source, output) {
  await mkdir(dirname(output), { recursive: true });
  if (source.endsWith('.json')) return copyFile(source, output);
  const { code, map } = await transformFile(source, { swcrc: true, sourceFileName: source });
  await writeFile(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
  await writeFile(`${output}.map`, map);
}

/** Builds what is stale and removes output whose source is gone; throws on the first file that does not compile. */
export async function build() {
  const configuredAt = (await stat('.swcrc')).mtimeMs;
  const outputs = new Set();
  for await (const source of glob(SOURCES)) {
    if (isTest(source)) continue;
    const output = toOutput(source);
    outputs.add(output);
    if (!(await isFresh(source, output, configuredAt))) await buildFile(source, output);
  }
  for await (const old of glob(['*/dist/**/*.{js,json}', 'subgraphs/*/dist/**/*.{js,json}'], { exclude: (name) => name === 'node_modules' })) {
    if (!outputs.has(old)) await Promise.all([rm(old, { force: true }), rm(`${old}.map`, { force: true })]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
