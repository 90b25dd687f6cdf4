import { findAxeViolations } from './checks/axe.js';
import { findUnusedScripts } from './checks/first-load.js';
import { findLostFocus } from './checks/focus.js';
import { findMotion, findOverflow, findSmallTargets, readHead } from './checks/layout.js';
import { useRig, type Rig } from './rig/rig.js';
import { untilSettled, untilStill } from './rig/settle.js';
import { DESK, PHONE, SMALL_PHONE, type WebLocale } from './rig/visitor.js';
import { findDemoWorld, ROUTES, type DemoWorld, type Route } from './routes.js';

const SIZES = [PHONE, SMALL_PHONE, DESK];
const LOOKS = SIZES.flatMap((viewport) => (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })));
/** What takes the longest is not done in every combination, but for `npm run browser:matrix`: a page in the other language has other words and the same parts. */
const isWholeMatrix = process.env['BROWSER_MATRIX'] === 'true';
const needsAxe = (locale: WebLocale, { viewport, colorScheme }: (typeof LOOKS)[number]): boolean =>
  isWholeMatrix || (locale === 'fr' ? viewport === PHONE || (viewport === DESK && colorScheme === 'light') : viewport === PHONE && colorScheme === 'dark');
const needsFocus = (locale: WebLocale, viewport: (typeof SIZES)[number]): boolean => isWholeMatrix || (locale === 'fr' && viewport !== SMALL_PHONE);
const toName = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;

export interface Demo {
  rig: Rig;
  /** There when the tests run. */
  readonly world: DemoWorld;
}

/** The demo community, and what is to be found in it. */
export function useDemo(): Demo {
  const rig = useRig({ hasDemo: true });
  let world: DemoWorld;
  beforeAll(async () => {
    world = await findDemoWorld(rig.stack);
  }, 30_000);
  return {
    rig,
    get world() {
      return world;
    },
  };
}

const openRoute = async ({ rig, world }: Demo, { as, status, ...route }: Route, locale: WebLocale) => {
  // The English one looks on from another time zone: what the server wrote of times must give way without a word.
  const options = { locale, reducedMotion: 'reduce', timezoneId: locale === 'fr' ? 'Europe/Paris' : 'America/Montreal' } as const;
  const visitor = as === 'nobody' ? await rig.openVisitor(options) : await rig.openDemoPerson(as, options);
  const path = route.path(world);
  if (status) visitor.trouble.expect(new RegExp(`(answered|status of) ${status}.*${path}`));
  await visitor.visit(path);
  await untilSettled(visitor.page);
  return visitor;
};

/** One load of each page in a language; sizes and themes are switched in place. */
export function checkEveryPage(demo: Demo, locale: WebLocale): void {
  it.each(ROUTES.map((route) => [route.name, route] as const))('%s: is whole at every size, in light and dark, for every hand and eye', async (_, route) => {
    const { page } = await openRoute(demo, route, locale);
    const found: Record<string, string[]> = {};
    const look = async (name: string, complaints: Promise<string[]>) => {
      const list = await complaints;
      if (list.length > 0) found[name] = list;
    };

    expect(await readHead(page)).toEqual({ h1: [expect.stringMatching(/\S/)], lang: locale, title: expect.stringMatching(/^\S.* · SecondLife$/) });
    await look('motion', findMotion(page));
    await look('loaded ahead for nothing', findUnusedScripts(page));
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
}
