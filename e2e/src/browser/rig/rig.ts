import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.js';
import { openStack, type BrowserStack } from './stack.js';
import { logInAs, openPerson, openVisitor, type SignedIn, type Visitor, type VisitorOptions } from './visitor.js';

/** For who looks for a fault: a folder in which each test leaves pictures of its pages as they were at its end. */
const PICTURES = process.env['WEB_TEST_PICTURES'];

/** A stack and a browser for all tests of a file. */
export interface Rig {
  stack: BrowserStack;
  browser: Browser;
  /** Nobody, or whom `person` names. Closed after the test, which fails when a page had trouble that it did not expect. */
  openVisitor(options?: VisitorOptions): Promise<Visitor>;
  /** Someone new, signed in. */
  openPerson(options?: VisitorOptions & { name?: string }): Promise<SignedIn>;
  /** One of the demo community, signed in. */
  openDemoPerson(name: string, options?: VisitorOptions): Promise<SignedIn>;
}

/** Opens before the file's tests and closes after them; after each test looks for trouble, and closes what it opened. */
export function useRig({ hasDemo = false }: { hasDemo?: boolean } = {}): Rig {
  const opened = new Set<Visitor>();
  const keep = <V extends Visitor>(visitor: V): V => {
    opened.add(visitor);
    return visitor;
  };
  const rig = {} as Rig;
  rig.openVisitor = async (options) => keep(await openVisitor(rig.browser, rig.stack, options));
  rig.openPerson = async (options) => keep(await openPerson(rig.browser, rig.stack, options));
  rig.openDemoPerson = async (name, options) => {
    const person = await logInAs(rig.stack, name);
    return keep({ person, ...(await openVisitor(rig.browser, rig.stack, { ...options, person })) });
  };

  beforeAll(async () => {
    [rig.stack, rig.browser] = await Promise.all([openStack({ hasDemo }), openChromium()]);
  }, 120_000);
  afterEach(async () => {
    if (PICTURES) await takePictures([...opened], PICTURES);
    const trouble = [...opened].flatMap((visitor) => visitor.trouble.list());
    await Promise.all([...opened].map((visitor) => visitor[Symbol.asyncDispose]()));
    opened.clear();
    expect(trouble).toEqual([]);
  }, 30_000);
  afterAll(async () => {
    await rig.browser?.close();
    await rig.stack?.[Symbol.asyncDispose]();
  }, 60_000);
  return rig;
}

async function takePictures(visitors: readonly Visitor[], folder: string): Promise<void> {
  const test = expect.getState().currentTestName!.replace(/[^\p{L}\p{N}]+/gu, '-').slice(-80);
  const pages = visitors.flatMap(({ context }) => context.pages());
  await Promise.all(pages.map((page, index) => page.screenshot({ path: join(folder, `${test}-${index + 1}.png`) })));
}
