import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from '../browser/rig/chromium.js';
import { untilAlive, untilSettled, untilStill } from '../browser/rig/settle.js';
import { openStack, type BrowserStack } from '../browser/rig/stack.js';
import { DESK, logInAs, openVisitor, PHONE, type Visitor, type WebLocale } from '../browser/rig/visitor.js';
import { findDemoWorld, toAddress, type DemoWorld } from '../browser/routes.js';
import { registerPerson, type Person } from '../people.js';
import { ROOT } from '../stack/process.js';
import { toContactSheet, type Picture } from './gallery.js';
import { SHOTS, type Shot } from './shots.js';

const FOLDER = join(ROOT, 'e2e', 'screens');
const LOOKS = [PHONE, DESK].map((viewport) => ({ viewport, name: `${viewport.width} × ${viewport.height}` }));

const toFileName = (...parts: string[]): string => `${parts.join('-').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.png`;

async function findPerson(stack: BrowserStack, as: Shot['as']): Promise<Person | undefined> {
  if (as === 'nobody') return undefined;
  return as === 'nour' ? logInAs(stack, 'nour') : registerPerson(stack.url, 'Camille');
}

/** A browser for each kind of visitor, language and size; what is arranged happens in one that has seen nothing yet. */
function createVisitors(browser: Browser, stack: BrowserStack) {
  const known = new Map<string, Promise<Visitor>>();
  const open = async ({ as }: Shot, locale: WebLocale, viewport: typeof PHONE) => {
    const person = await findPerson(stack, as);
    return openVisitor(browser, stack, { locale, viewport, ...(person && { person }), deviceScaleFactor: viewport === PHONE ? 2 : 1 });
  };
  return (shot: Shot, locale: WebLocale, viewport: typeof PHONE): Promise<Visitor> => {
    const key = `${shot.as === 'fresh' ? shot.name : shot.as} ${locale} ${viewport.width} ${shot.arrange ? 'arranged' : ''}`;
    const visitor = known.get(key) ?? open(shot, locale, viewport);
    known.set(key, visitor);
    return visitor;
  };
}

/** One load at each size; the theme changes in place. */
async function take(find: ReturnType<typeof createVisitors>, world: DemoWorld, shot: Shot, locale: WebLocale): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { viewport, name } of LOOKS) {
    const { context } = await find(shot, locale, viewport);
    await using page = await context.newPage();
    await shot.arrange?.(page);
    await page.goto(toAddress(shot, world, locale));
    const settle = () => (shot.isUnsettled ? untilAlive(page) : untilSettled(page));
    await settle();
    await shot.act?.(page);
    await untilStill(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settle();
      const file = toFileName(shot.name, locale, String(viewport.width), colorScheme);
      await page.screenshot({ path: join(FOLDER, file) });
      pictures.push({ shot: shot.name, locale, look: `${name}, ${colorScheme}`, file });
    }
    await context.setOffline(false);
  }
  return pictures;
}

/** Only shots whose name contains what stands on the command line; all without it. */
const wanted = SHOTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await using stack = await openStack({ hasDemo: true });
await using browser = await openChromium();
const world = await findDemoWorld(stack);
const find = createVisitors(browser, stack);
const pictures: Picture[] = [];
const failed: string[] = [];
for (const shot of wanted) {
  for (const locale of shot.locales) {
    try {
      pictures.push(...(await take(find, world, shot, locale)));
    } catch (error) {
      failed.push(`${shot.name} · ${locale}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
await writeFile(join(FOLDER, 'index.html'), toContactSheet(pictures));
process.stdout.write(`${pictures.length} pictures: ${join(FOLDER, 'index.html')}\n`);
if (failed.length > 0) {
  process.stderr.write(`Not taken:\n${failed.join('\n')}\n`);
  process.exitCode = 1;
}
