import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toMarkdown } from './markdown.mjs';

const JSON_FILE = new URL('../results.json', import.meta.url);
const MARKDOWN_FILE = new URL('../../RESULTS.md', import.meta.url);

/** What is kept of earlier runs, by scenario. */
export const readResults = () => (existsSync(JSON_FILE) ? JSON.parse(readFileSync(JSON_FILE, 'utf8')) : {});

/** Writes results.json, and RESULTS.md from it. */
export function writeResults(results) {
  writeFileSync(JSON_FILE, `${JSON.stringify(results, (_name, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value), 2)}\n`);
  writeFileSync(MARKDOWN_FILE, toMarkdown(results));
}
