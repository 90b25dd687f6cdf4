import { CATEGORY_TABLE } from '@secondlife/items/category/category-table';
import { DEMO_EXCHANGES, type DemoExchange } from './exchanges.js';
import { DEMO_ITEMS } from './items.js';
import { DEMO_PEOPLE } from './people.js';
import { PICTURE_KINDS, drawPicture } from './pictures.js';

const people = new Map(DEMO_PEOPLE.map((person) => [person.handle, person]));
const items = new Map(DEMO_ITEMS.map((item) => [item.key, item]));
const withStatus = (...statuses: DemoExchange['status'][]): DemoExchange[] => DEMO_EXCHANGES.filter(({ status }) => statuses.includes(status));
const latest = ({ revisions }: DemoExchange): DemoExchange['revisions'][number] => revisions.at(-1)!;
const itemsOf = (exchange: DemoExchange): string[] => [...latest(exchange).offered, ...latest(exchange).requested];
const repeated = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const tooLong = (texts: (string | null)[], limit: number): (string | null)[] => texts.filter((text) => text !== null && [...text].length > limit);

describe('people', () => {
  test('are thirty, Nour and Karim first, each with an e-mail address that cannot exist', () => {
    expect(DEMO_PEOPLE).toHaveLength(30);
    expect(DEMO_PEOPLE.slice(0, 2).map(({ email, area }) => [email, area])).toEqual([['nour@example.org', 'Lyon 3ᵉ'], ['karim@example.org', 'Lyon 7ᵉ']]);
    expect(DEMO_PEOPLE.filter(({ email }) => !email.endsWith('@example.org'))).toEqual([]);
  });

  test('have handles and names of the allowed form, and live in France', () => {
    expect(repeated(DEMO_PEOPLE.map(({ handle }) => handle))).toEqual([]);
    expect(DEMO_PEOPLE.filter(({ handle }) => !/^[a-z0-9_]{3,30}$/.test(handle))).toEqual([]);
    expect(tooLong(DEMO_PEOPLE.map(({ displayName }) => displayName), 50)).toEqual([]);
    expect(DEMO_PEOPLE.filter(({ home }) => home.lat < 42 || home.lat > 51.2 || home.lng < -5 || home.lng > 8.3)).toEqual([]);
  });
});

describe('items', () => {
  test('are two hundred, of people who were members when they published them', () => {
    expect(DEMO_ITEMS).toHaveLength(200);
    expect(repeated(DEMO_ITEMS.map(({ key }) => key))).toEqual([]);
    expect(DEMO_ITEMS.filter(({ owner, publishedDaysAgo }) => publishedDaysAgo < 0 || publishedDaysAgo > 60 || publishedDaysAgo > (people.get(owner)?.memberSinceDays ?? -1))).toEqual([]);
  });

  test('belong to everyone, eight to ten each to Nour and Karim', () => {
    const counts = new Map(DEMO_PEOPLE.map(({ handle }) => [handle, DEMO_ITEMS.filter(({ owner }) => owner === handle).length]));
    expect([...counts.values()].every((count) => count >= 3 && count <= 10)).toBe(true);
    expect(Math.min(counts.get('nour')!, counts.get('karim')!)).toBeGreaterThanOrEqual(8);
  });

  test('keep to the lengths that the graph allows, and never say the same twice', () => {
    expect(DEMO_ITEMS.filter(({ title }) => [...title].length < 3)).toEqual([]);
    expect(tooLong(DEMO_ITEMS.map(({ title }) => title), 80)).toEqual([]);
    expect(tooLong(DEMO_ITEMS.map(({ description }) => description), 4_000)).toEqual([]);
    expect(tooLong(DEMO_ITEMS.map(({ wishes }) => wishes), 500)).toEqual([]);
    expect(repeated(DEMO_ITEMS.map(({ title }) => title))).toEqual([]);
    expect(repeated(DEMO_ITEMS.map(({ description }) => description))).toEqual([]);
  });

  test('lie in leaf categories, and in every top-level one', () => {
    const parents = new Map(CATEGORY_TABLE.map(({ slug, parentSlug }) => [slug, parentSlug]));
    expect(DEMO_ITEMS.filter(({ category }) => !parents.get(category))).toEqual([]);
    const used = new Set(DEMO_ITEMS.map(({ category }) => parents.get(category)));
    expect(used.size).toBe(CATEGORY_TABLE.filter(({ parentSlug }) => parentSlug === null).length);
  });

  test('mostly say what is wished for; a few are withdrawn, a few have no place', () => {
    const wishes = DEMO_ITEMS.filter((item) => item.wishes !== null).length;
    expect(wishes).toBeGreaterThan(120);
    expect(wishes).toBeLessThan(150);
    expect(DEMO_ITEMS.filter((item) => item.withdrawn).length).toBeGreaterThanOrEqual(3);
    expect(DEMO_ITEMS.filter((item) => item.withoutPlace).length).toBeGreaterThanOrEqual(3);
  });
});

describe('pictures', () => {
  test('show every kind that can be drawn, and no picture twice', () => {
    expect(PICTURE_KINDS.filter((kind) => !DEMO_ITEMS.some(({ picture }) => picture.kind === kind))).toEqual([]);
    expect(repeated(DEMO_ITEMS.map(({ picture }) => drawPicture(picture)))).toEqual([]);
  });

  test.each(PICTURE_KINDS)('draw a %s in eighteen ways, each a well-formed SVG without text', (kind) => {
    const drawn = Array.from({ length: 18 }, (_, variant) => drawPicture({ kind, variant }));
    expect(new Set(drawn).size).toBeGreaterThanOrEqual(12);
    for (const svg of drawn) {
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"')).toBe(true);
      expect(svg).not.toMatch(/NaN|undefined|null|<text|<image|href/);
      expect(findSvgFault(svg)).toBeNull();
    }
  });
});

/** The first thing that makes it no well-formed XML of elements alone; null when there is none. */
function findSvgFault(svg: string): string | null {
  const open: string[] = [];
  let end = 0;
  for (const tag of svg.matchAll(/<(\/?)([a-z]+)((?: [a-z-]+="[^"<>&]*")*)(\/?)>/gi)) {
    if (tag.index !== end) return `something stands between elements at ${end}`;
    end = tag.index + tag[0].length;
    const [, closes, name = '', attributes = '', isEmpty] = tag;
    if (repeated([...attributes.matchAll(/ ([a-z-]+)=/gi)].map(([, attribute]) => attribute!)).length > 0) return `an attribute twice in ${tag[0]}`;
    if (closes) {
      if (open.pop() !== name) return `</${name}> closes another element`;
    } else if (!isEmpty) open.push(name);
  }
  if (end !== svg.length) return `something stands after ${end}`;
  return open.length > 0 ? `<${open.join('><')}> stays open` : null;
}

describe('exchanges', () => {
  test('are about fifty to sixty, in every state, with some of each for Nour and for Karim', () => {
    expect(DEMO_EXCHANGES.length).toBeGreaterThanOrEqual(45);
    expect(DEMO_EXCHANGES.length).toBeLessThanOrEqual(60);
    expect(repeated(DEMO_EXCHANGES.map(({ key }) => key))).toEqual([]);
    for (const handle of ['nour', 'karim']) {
      const states = DEMO_EXCHANGES.filter(({ proposer, other }) => [proposer, other].includes(handle)).map(({ status }) => status);
      expect(new Set(states)).toEqual(new Set(['PROPOSED', 'ACCEPTED', 'COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED']));
    }
  });

  test.each(DEMO_EXCHANGES.map((exchange) => [exchange.key, exchange] as const))('%s: gives and asks for what its people own, turn by turn', (_key, exchange) => {
    const parties = [exchange.proposer, exchange.other];
    expect(parties.every((handle) => people.has(handle))).toBe(true);
    expect(parties[0]).not.toBe(parties[1]);
    exchange.revisions.forEach(({ by, offered, requested, note, daysAgo }, at) => {
      expect(by).toBe(parties[at % 2]);
      expect(offered.length * requested.length).toBeGreaterThan(0);
      expect(offered.filter((key) => items.get(key)?.owner !== by)).toEqual([]);
      expect(requested.filter((key) => items.get(key)?.owner !== parties[(at + 1) % 2])).toEqual([]);
      expect(repeated([...offered, ...requested])).toEqual([]);
      expect([...offered, ...requested].filter((key) => items.get(key)!.publishedDaysAgo < daysAgo)).toEqual([]);
      expect(tooLong([note], 500)).toEqual([]);
    });
  });

  test.each(DEMO_EXCHANGES.map((exchange) => [exchange.key, exchange] as const))('%s: goes forward in time', (_key, exchange) => {
    const { startedDaysAgo, revisions, acceptedDaysAgo, endedDaysAgo, messages } = exchange;
    expect(revisions[0]?.daysAgo).toBe(startedDaysAgo);
    const steps = [...revisions.map(({ daysAgo }) => daysAgo), acceptedDaysAgo, endedDaysAgo].filter((step) => step !== null);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(steps.at(-1)).toBeGreaterThan(0);
    const said = messages.map(({ daysAgo }) => daysAgo);
    expect(said).toEqual([...said].sort((a, b) => b - a));
    expect(said.filter((daysAgo) => daysAgo > startedDaysAgo || daysAgo <= 0)).toEqual([]);
  });

  test('are accepted, ended and handed over as their state says', () => {
    for (const { key, status, proposer, other, acceptedDaysAgo, endedDaysAgo, handedOverBy } of DEMO_EXCHANGES) {
      expect({ key, ended: endedDaysAgo !== null }).toEqual({ key, ended: !['PROPOSED', 'ACCEPTED'].includes(status) });
      if (status !== 'CANCELLED') expect({ key, accepted: acceptedDaysAgo !== null }).toEqual({ key, accepted: ['ACCEPTED', 'COMPLETED'].includes(status) });
      expect(handedOverBy.filter((handle) => handle !== proposer && handle !== other)).toEqual([]);
      expect(repeated(handedOverBy)).toEqual([]);
      if (status === 'ACCEPTED') expect(handedOverBy.length).toBeLessThan(2);
      else expect({ key, handovers: handedOverBy.length }).toEqual({ key, handovers: status === 'COMPLETED' ? 2 : 0 });
    }
    expect(withStatus('ACCEPTED').filter(({ handedOverBy }) => handedOverBy.length === 1).length).toBeGreaterThanOrEqual(2);
    expect(withStatus('PROPOSED').filter(({ revisions }) => revisions.length > 1).length).toBeGreaterThanOrEqual(3);
  });

  test('that are open are still within their deadlines; those that expired did so after seven days', () => {
    expect(withStatus('PROPOSED').filter(({ startedDaysAgo }) => startedDaysAgo >= 6)).toEqual([]);
    expect(withStatus('ACCEPTED').filter(({ acceptedDaysAgo }) => acceptedDaysAgo! >= 12)).toEqual([]);
    for (const exchange of withStatus('EXPIRED')) expect(latest(exchange).daysAgo - exchange.endedDaysAgo!).toBeCloseTo(7, 6);
  });

  test('promise no item twice', () => {
    expect(repeated(withStatus('ACCEPTED', 'COMPLETED').flatMap(itemsOf))).toEqual([]);
  });

  test('that are open hold nothing that is exchanged or withdrawn', () => {
    const gone = new Set([...withStatus('COMPLETED').flatMap(itemsOf), ...DEMO_ITEMS.filter(({ withdrawn }) => withdrawn).map(({ key }) => key)]);
    expect(withStatus('PROPOSED', 'ACCEPTED').flatMap(itemsOf).filter((key) => gone.has(key))).toEqual([]);
    expect(DEMO_ITEMS.filter(({ key, withdrawn }) => withdrawn && withStatus('COMPLETED').flatMap(itemsOf).includes(key))).toEqual([]);
  });

  test('are paused exactly where an accepted one holds an item of theirs', () => {
    const held = new Set(withStatus('ACCEPTED').flatMap(itemsOf));
    const rivals = withStatus('PROPOSED').filter((exchange) => itemsOf(exchange).some((key) => held.has(key)));
    expect(rivals.length).toBeGreaterThanOrEqual(3);
    expect(DEMO_EXCHANGES.filter(({ paused }) => paused)).toEqual(rivals);
  });
});

describe('what people say', () => {
  test('is said by who takes part, in two to fifteen messages an exchange, several of them long', () => {
    for (const { key, proposer, other, messages } of DEMO_EXCHANGES) {
      expect({ key, strangers: messages.filter(({ by }) => by !== proposer && by !== other) }).toEqual({ key, strangers: [] });
      expect(messages.length).toBeGreaterThanOrEqual(2);
      expect(messages.length).toBeLessThanOrEqual(15);
    }
    expect(DEMO_EXCHANGES.filter(({ messages }) => messages.length >= 9).length).toBeGreaterThanOrEqual(5);
    const bodies = DEMO_EXCHANGES.flatMap(({ messages }) => messages.map(({ body }) => body));
    expect(tooLong(bodies, 4_000)).toEqual([]);
  });

  test('in reviews is of the other, once, after completion', () => {
    for (const { key, status, proposer, other, reviews } of DEMO_EXCHANGES) {
      if (status !== 'COMPLETED') expect({ key, reviews }).toEqual({ key, reviews: [] });
      expect(repeated(reviews.map(({ by }) => by))).toEqual([]);
      for (const { by, of } of reviews) expect([`${proposer} ${other}`, `${other} ${proposer}`]).toContain(`${by} ${of}`);
    }
  });

  test('gives at least eight people three reviews or more, and Nour four', () => {
    const reviews = DEMO_EXCHANGES.flatMap((exchange) => exchange.reviews);
    const countOf = (handle: string): number => reviews.filter(({ of }) => of === handle).length;
    expect(DEMO_PEOPLE.filter(({ handle }) => countOf(handle) >= 3).length).toBeGreaterThanOrEqual(8);
    expect(countOf('nour')).toBeGreaterThanOrEqual(4);
  });
});
