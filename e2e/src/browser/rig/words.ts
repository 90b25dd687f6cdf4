import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../stack/process.js';
import type { WebLocale } from './visitor.js';

type Catalogue = { [key: string]: string | Catalogue };

/** Matches a text of the web app by its key, such as `publish.continue`: whole, or as a part of more. Throws for a key that is not there. */
export type Words = (key: string, options?: { isPart?: boolean }) => RegExp;

// A space may be a narrow one that does not break, or a line's end.
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** `{name}`, or `{count, plural, one {…} other {…}}`: whose branches are texts themselves. */
const ARGUMENT = /\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/;
const TAG = /<\/?\w+>/;
const BRANCH = /\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** In the syntax of ICU messages: anything may stand in the place of what is filled in. */
function toSource(text: string): string {
  const argument = new RegExp(`${ARGUMENT.source}|${TAG.source}|#`).exec(text);
  if (!argument) return escape(text);
  const [found] = argument;
  const [before, after] = [text.slice(0, argument.index), text.slice(argument.index + found.length)];
  const branches = [...found.slice(1, -1).matchAll(BRANCH)].map(([, branch]) => toSource(branch!));
  const middle = TAG.test(found) ? '' : branches.length > 0 ? `(?:${branches.join('|')})` : '.*';
  return escape(before) + middle + toSource(after);
}

/** The texts of a language, as they stand in the web app's catalogue. */
export function readWords(locale: WebLocale): Words {
  const folder = join(ROOT, 'web', 'messages', locale);
  const catalogue: Catalogue = Object.fromEntries(readdirSync(folder).map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Catalogue]));
  return (key, { isPart = false } = {}) => {
    const text = key.split('.').reduce<string | Catalogue | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), catalogue);
    if (typeof text !== 'string') throw new Error(`There is no text ${key} in ${locale}`);
    return new RegExp(isPart ? toSource(text) : `^\\s*${toSource(text)}\\s*$`, 's');
  };
}
