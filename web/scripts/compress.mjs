// Writes the built scripts and styles once more as Brotli and as gzip, as small as they get: the server gives what each browser takes.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

async function compress(file) {
  const content = await readFile(file);
  await writeFile(`${file}.br`, await toBrotli(content));
  await writeFile(`${file}.gz`, await toGzip(content, { level: constants.Z_BEST_COMPRESSION }));
}

const files = await Array.fromAsync(glob('.next/static/chunks/**/*.{js,css}'));
if (files.length === 0) throw new Error('The build has nothing to load');
await Promise.all(files.map(compress));
