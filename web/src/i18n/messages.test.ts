import { LOCALES } from './locales';
import { readMessages } from './messages';

type Texts = { [key: string]: string | Texts };

const flatten = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`)));

/** The names that a text expects values or tags for: `{name}`, `{count, plural, …}` and what stands in its branches, `<b>…</b>`. */
function toArguments(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`));
  // A brace in a text opens an argument, and one in an argument opens a branch, which is a text again.
  const open: ('argument' | 'branch')[] = [];
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    if (sign === '}') open.pop();
    else if (open.at(-1) === 'argument') open.push('branch');
    else {
      open.push('argument');
      names.add(/\w+/.exec(text.slice(index))![0]);
    }
  }
  return [...names].toSorted();
}

const catalogues = await Promise.all(LOCALES.map(async (locale) => ({ locale, texts: new Map(flatten((await readMessages(locale)) as unknown as Texts)) })));
const [french, english] = catalogues;

it('has every text in both languages', () => {
  expect([...english!.texts.keys()].toSorted()).toEqual([...french!.texts.keys()].toSorted());
  expect(french!.texts.size).toBeGreaterThan(300);
});

it('gives every text the same values in both languages', () => {
  const toShapes = (texts: Map<string, string>) => Object.fromEntries([...texts].map(([key, text]) => [key, toArguments(text)]));
  expect(toShapes(english!.texts)).toEqual(toShapes(french!.texts));
});

it.each(catalogues)('leaves no text empty, and shouts none, in $locale', ({ texts }) => {
  expect([...texts].filter(([, text]) => text.trim() === '' || text.includes('!'))).toEqual([]);
});

it('writes French with its own apostrophes', () => {
  // In ICU, a straight one also hides what follows it.
  expect([...french!.texts].filter(([, text]) => text.includes("'"))).toEqual([]);
});
