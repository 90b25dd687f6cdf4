import { findAxeViolations } from './checks/axe.js';
import { findLostFocus } from './checks/focus.js';
import { findMotion, findOverflow, findSmallTargets, readHead } from './checks/layout.js';
import { useRig } from './rig/rig.js';
import { untilSettled, untilStill } from './rig/settle.js';
import { DESK, PHONE, SMALL_PHONE, WEB_LOCALES, type WebLocale } from './rig/visitor.js';
import { findDemoWorld, ROUTES, toAddress, type DemoWorld, type Route } from './routes.js';

const SIZES = [PHONE, SMALL_PHONE, DESK];
const LOOKS = SIZES.flatMap((viewport) => (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })));
/** What takes the longest is not done in every combination, but for `npm run browser:matrix`: a page in the other language has other words and the same parts. */
const isWholeMatrix = process.env['BROWSER_MATRIX'] === 'true';
const needsAxe = (locale: WebLocale, { viewport, colorScheme }: (typeof LOOKS)[number]): boolean =>
  isWholeMatrix || (locale === 'fr' ? viewport === PHONE || (viewport === DESK && colorScheme === 'light') : viewport === PHONE && colorScheme === 'dark');
const needsFocus = (locale: WebLocale, viewport: (typeof SIZES)[number]): boolean => isWholeMatrix || (locale === 'fr' && viewport !== SMALL_PHONE);
const toName = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;

const rig = useRig({ hasDemo: true });
let world: DemoWorld;
beforeAll(async () => {
  world = await findDemoWorld(rig.stack);
}, 30_000);

const openRoute = async ({ as, status, ...route }: Route, locale: WebLocale) => {
  // The English one looks on from another time zone: what the server wrote of times must give way without a word.
  const options = { locale, reducedMotion: 'reduce', timezoneId: locale === 'fr' ? 'Europe/Paris' : 'America/Montreal' } as const;
  const visitor = as === 'nobody' ? await rig.openVisitor(options) : await rig.openDemoPerson(as, options);
  const path = route.path(world);
  if (status) visitor.trouble.expect(new RegExp(`(answered|status of) ${status}.*${path}`));
  await visitor.visit(path);
  await untilSettled(visitor.page);
  return visitor;
};

describe.each(WEB_LOCALES)('every page, in %s', (locale) => {
  it.each(ROUTES.map((route) => [route.name, route] as const))('%s: is whole at every size, in light and dark, for every hand and eye', async (_, route) => {
    const { page } = await openRoute(route, locale);
    const found: Record<string, string[]> = {};
    const look = async (name: string, complaints: Promise<string[]>) => {
      const list = await complaints;
      if (list.length > 0) found[name] = list;
    };

    expect(await readHead(page)).toEqual({ h1: [expect.stringMatching(/\S/)], lang: locale, title: expect.stringMatching(/^\S.* · SecondLife$/) });
    await look('motion', findMotion(page));
    for (const viewport of SIZES) {
      await page.setViewportSize(viewport);
      await look(`sideways ${toName(viewport)}`, findOverflow(page));
      await look(`targets ${toName(viewport)}`, findSmallTargets(page));
      if (needsFocus(locale, viewport)) await look(`focus ${toName(viewport)}`, findLostFocus(page));
    }
    for (const { viewport, colorScheme } of LOOKS.filter((combination) => needsAxe(locale, combination))) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await untilStill(page);
      await look(`axe ${toName(viewport)} ${colorScheme}`, findAxeViolations(page));
    }
    expect(found).toEqual({});
  }, 60_000);
});

it.each(['home, signed in', 'search', 'item, signed in', 'propose', 'publish', 'exchange', 'settings'])('%s: can be read and used on a desk at 200 %% zoom', async (name) => {
  const route = ROUTES.find((candidate) => candidate.name === name)!;
  // What a browser does when one zooms in: half as many pixels of the page, each twice as large.
  const { page, visit } = await rig.openDemoPerson('nour', { viewport: { width: DESK.width / 2, height: DESK.height / 2 }, deviceScaleFactor: 2 });
  await visit(route.path(world));
  await untilSettled(page);
  expect({ sideways: await findOverflow(page), focus: await findLostFocus(page) }).toEqual({ sideways: [], focus: [] });
});

it('every page has a title of its own, in the language of the page', async () => {
  const readTitle = async (route: Route, locale: WebLocale) => {
    const html = await (await fetch(rig.stack.url + toAddress(route, world, locale))).text();
    return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  };
  const pages = ROUTES.filter(({ name }) => !/signed in|for nobody|gone|no access|with|nothing/.test(name));
  const titles = await Promise.all(pages.map(async (route) => ({ ...route, fr: await readTitle(route, 'fr'), en: await readTitle(route, 'en') })));
  for (const locale of WEB_LOCALES) expect(titles.map((title) => title[locale]).filter((title, index, all) => all.indexOf(title) !== index)).toEqual([]);
  expect(titles.filter(({ fr, en, isTitledByPeople }) => fr === en && !isTitledByPeople).map(({ name, fr }) => `${name}: ${fr}`)).toEqual([]);
});
