import { checkEveryPage, useDemo } from './every-page.js';
import { WEB_LOCALES, type WebLocale } from './rig/visitor.js';
import { ROUTES, toAddress, type Route } from './routes.js';

const demo = useDemo();

describe('every page, in French', () => checkEveryPage(demo, 'fr'));

it('every page has a title of its own, in the language of the page', async () => {
  const readTitle = async (route: Route, locale: WebLocale) => {
    const html = await (await fetch(demo.rig.stack.url + toAddress(route, demo.world, locale))).text();
    return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  };
  const pages = ROUTES.filter(({ name }) => !/signed in|for nobody|gone|no access|with|nothing/.test(name));
  const titles = await Promise.all(pages.map(async (route) => ({ ...route, fr: await readTitle(route, 'fr'), en: await readTitle(route, 'en') })));
  for (const locale of WEB_LOCALES) expect(titles.map((title) => title[locale]).filter((title, index, all) => all.indexOf(title) !== index)).toEqual([]);
  expect(titles.filter(({ fr, en, isTitledByPeople }) => fr === en && !isTitledByPeople).map(({ name, fr }) => `${name}: ${fr}`)).toEqual([]);
});
