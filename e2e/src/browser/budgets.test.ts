import type { Page } from 'playwright-core';
import { anyCategory, publish, registerPerson } from '../people.js';
import { createGraphClient } from '../graph-client.js';
import { createScale, findScripts } from './checks/first-load.js';
import { noteLongTasks, weighPage } from './checks/memory.js';
import { useRig } from './rig/rig.js';
import { untilSettled } from './rig/settle.js';
import { readWords } from './rig/words.js';
import { findDemoWorld, ROUTES, toAddress, type DemoWorld } from './routes.js';

const FIRST_LOAD_BYTES = 230_000;
const FEW = 300;
const MANY = 1_000;
/** A person may publish 60 in an hour. */
const PER_PERSON = 60;

const rig = useRig({ hasDemo: true });
const words = readWords('fr');
let world: DemoWorld;
beforeAll(async () => {
  world = await findDemoWorld(rig.stack);
}, 30_000);

const ask = (path: string) => fetch(rig.stack.url + path, { headers: { accept: 'text/html', cookie: 'sle_signed_in=1' } });
const toDirectives = (policy: string) => new Map(policy.split(';').map((part) => [part.trim().split(' ')[0]!, part.trim().split(' ').slice(1)]));

describe('what a page weighs', () => {
  it('is at most 230 kB of JavaScript before it can be used, on every page', async () => {
    const weigh = createScale(rig.stack.url);
    const pages = await Promise.all(
      ROUTES.map(async (route) => {
        const scripts = findScripts(await (await ask(toAddress(route, world, 'fr'))).text());
        const sizes = await Promise.all(scripts.map(weigh));
        return { name: route.name, scripts: scripts.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
      }),
    );
    expect(pages.filter(({ scripts }) => scripts === 0)).toEqual([]);
    // All figures, since what weighs on one page mostly weighs on others too.
    const figures = pages.toSorted((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => `${(bytes / 1000).toFixed(1)} kB: ${name}`);
    if (pages.some(({ bytes }) => bytes > FIRST_LOAD_BYTES)) throw new Error(`Above ${FIRST_LOAD_BYTES / 1000} kB:\n${figures.join('\n')}`);
  }, 30_000);
});

describe('what a page says of its safety', () => {
  it.each(ROUTES.map((route) => [route.name, route] as const))('%s: runs its own scripts alone, in nobody’s frame', async (_, route) => {
    const [response, other] = [await ask(toAddress(route, world, 'fr')), await ask(toAddress(route, world, 'fr'))];
    const policy = response.headers.get('content-security-policy') ?? '';
    const directives = toDirectives(policy);
    expect(directives.get('default-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
    expect(directives.get('object-src')).toEqual(["'none'"]);
    const scripts = directives.get('script-src')!;
    expect(scripts).not.toContain("'unsafe-inline'");
    expect(scripts).not.toContain("'unsafe-eval'");
    const nonce = scripts.find((source) => source.startsWith("'nonce-"))!.slice(7, -1);
    expect(nonce.length).toBeGreaterThan(20);
    expect(other.headers.get('content-security-policy')).not.toContain(nonce);

    const html = await response.text();
    const written = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/type="application\/(ld\+)?json"/.test(tag));
    expect(written.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+="/);

    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toMatch(/^(strict-origin-when-cross-origin|same-origin|no-referrer)$/);
    expect(response.headers.get('x-powered-by')).toBeNull();
  });

  it('holds for files too, and a page is kept by nobody on the way', async () => {
    const page = await ask('/fr');
    const [script] = findScripts(await page.text());
    for (const path of [script!, '/icon.svg', '/manifest.webmanifest']) {
      const file = await ask(path);
      expect([path, file.status, file.headers.get('x-content-type-options')]).toEqual([path, 200, 'nosniff']);
    }
    expect(page.headers.get('cache-control')).toMatch(/no-store|private/);
    expect((await ask(script!)).headers.get('cache-control')).toMatch(/immutable/);
  });
});

describe('a feed', () => {
  const fill = async () => {
    const graph = createGraphClient({ url: rig.stack.url });
    const category = await anyCategory(graph);
    const { totalCount } = await graph.read('{ items { totalCount } }');
    const publishAll = async (count: number) => {
      const person = await registerPerson(rig.stack.url);
      for (let index = 0; index < count; index += 1) await publish(person, category, { title: `Petite chose ${index}` });
    };
    for (let missing = MANY - totalCount; missing > 0; missing -= 4 * PER_PERSON) {
      await Promise.all([0, 1, 2, 3].map((at) => publishAll(Math.min(PER_PERSON, Math.max(0, missing - at * PER_PERSON)))));
    }
  };
  const readReached = (page: Page) => page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('[role=feed] [aria-posinset]')].map((node) => Number(node.getAttribute('aria-posinset')))));
  /** As a thumb does it: a screen at a time, and on as soon as there is more. */
  const scrollTo = async (page: Page, count: number) => {
    while ((await readReached(page)) < count) {
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            window.scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
            requestAnimationFrame(() => requestAnimationFrame(resolve));
          }),
      );
    }
  };

  it('moves nothing while one reads, and is found again where it was left', async () => {
    const { page, visit } = await rig.openVisitor();
    await visit('/');
    await scrollTo(page, 60);
    const card = page.locator('[role=feed] [aria-posinset="41"]');
    await card.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await untilSettled(page);
    const readPlace = async () => Math.round((await card.boundingBox())!.y);
    const place = await readPlace();

    const person = await registerPerson(rig.stack.url);
    await publish(person, await anyCategory(person.graph), { title: 'Une nouveauté' });
    await page.getByRole('button', { name: words('home.waiting', { isPart: true }) }).waitFor();
    expect(await readPlace()).toBe(place);

    await card.getByRole('link').click();
    await page.waitForURL(/\/items\//);
    await page.getByRole('link', { name: words('item.propose') }).first().waitFor();
    await page.goBack();
    await card.waitFor();
    await untilSettled(page);
    expect(await readPlace()).toBe(place);
  });

  it('of 1,000 things stays as light and as smooth at its end as it was after 300', async () => {
    await fill();
    const { page, visit } = await rig.openVisitor();
    await visit('/');
    await scrollTo(page, FEW);
    const few = await weighPage(page);
    const readLongTasks = await noteLongTasks(page);
    await scrollTo(page, MANY);
    const many = await weighPage(page);
    const longTasks = await readLongTasks();

    expect(many.domNodes / few.domNodes).toBeLessThan(1.25);
    expect(many.heapBytes / few.heapBytes).toBeLessThan(1.5);
    expect(longTasks.reduce((sum, duration) => sum + duration, 0) / Math.max(longTasks.length, 1)).toBeLessThan(200);
  }, 120_000);
});
