import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
const APP = join(SOURCES, 'app');
/** What the frame gives to every page. */
const EVERYWHERE = ['common', 'frame'];

const readSource = (file: string): string => readFileSync(file, 'utf8');
const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
const findAll = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match.slice(1).find(Boolean)!);

/** The sources that a source loads, at once or later; types are none. */
function findImports(file: string): string[] {
  const named = findAll(readSource(file), /^\s*(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'|import\('([^']+)'\)/gm);
  const paths = named.flatMap((name) => (name.startsWith('@/') ? [join(SOURCES, name.slice(2))] : name.startsWith('.') ? [join(dirname(file), name)] : []));
  return paths.flatMap((path) => [`${path}.ts`, `${path}.tsx`].filter(isFile));
}

function reach(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of findImports(file)) reach(next, found);
  return found;
}

/** The names under which a browser looks up texts in what is reached from here. */
const findUsed = (file: string): string[] => [...new Set([...reach(file)].flatMap((source) => findAll(readSource(source), /useTranslations\('(\w+)/g)))].toSorted();
const findGiven = (file: string): string[] => findAll(/<Texts of=\{\[([^\]]*)\]\}>/.exec(readSource(file))?.[1] ?? '', /'(\w+)'/g);

/** The layouts around a route's file, up to the root's. */
function findLayouts(file: string): string[] {
  const layouts: string[] = [];
  for (let folder = dirname(file); !relative(APP, folder).startsWith('..'); folder = dirname(folder)) if (isFile(join(folder, 'layout.tsx'))) layouts.push(join(folder, 'layout.tsx'));
  return layouts.filter((layout) => layout !== file);
}

const routes = globSync('**/{page,layout,error,not-found,loading}.tsx', { cwd: APP }).map((name) => ({ name, file: join(APP, name) }));

it('knows the routes, and what they use', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(findUsed(join(APP, 'page.tsx'))).toEqual(expect.arrayContaining(['common', 'home', 'item', 'town']));
  expect(findUsed(join(APP, 'layout.tsx'))).toEqual(EVERYWHERE);
});

it.each(routes.filter(({ name }) => name !== 'layout.tsx'))('gives $name the texts that it uses, and no others', ({ file }) => {
  const around = [...EVERYWHERE, ...findLayouts(file).flatMap(findGiven)];
  expect(findGiven(file).toSorted()).toEqual(findUsed(file).filter((name) => !around.includes(name)));
});
