import { findLostFocus } from './checks/focus.js';
import { findOverflow } from './checks/layout.js';
import { checkEveryPage, useDemo } from './every-page.js';
import { untilSettled } from './rig/settle.js';
import { DESK } from './rig/visitor.js';
import { ROUTES } from './routes.js';

const demo = useDemo();

describe('every page, in English', () => checkEveryPage(demo, 'en'));

it.each(['home, signed in', 'search', 'item, signed in', 'propose', 'publish', 'exchange', 'settings'])('%s: can be read and used on a desk at 200 %% zoom', async (name) => {
  const route = ROUTES.find((candidate) => candidate.name === name)!;
  // What a browser does when one zooms in: half as many pixels of the page, each twice as large.
  const { page, visit } = await demo.rig.openDemoPerson('nour', { locale: 'en', viewport: { width: DESK.width / 2, height: DESK.height / 2 }, deviceScaleFactor: 2 });
  await visit(route.path(demo.world));
  // What comes when one gets near to it would move what has focus.
  for (const top of ['document.body.scrollHeight', '0']) {
    await page.evaluate(`window.scrollTo({ top: ${top}, behavior: 'instant' })`);
    await untilSettled(page);
  }
  expect({ sideways: await findOverflow(page), focus: await findLostFocus(page) }).toEqual({ sideways: [], focus: [] });
});
