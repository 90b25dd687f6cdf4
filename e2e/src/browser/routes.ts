import { createGraphClient, type Json } from '../graph-client.js';
import { logInAs, type WebLocale } from './rig/visitor.js';
import type { BrowserStack } from './rig/stack.js';

/** Things of the demo community that pages are about. */
export interface DemoWorld {
  /** Karim's, to be had. */
  itemId: string;
  /** Nour's, which someone has proposed for: it is her turn. */
  exchangeId: string;
  /** Between others than Nour. */
  foreignExchangeId: string;
  /** Karim. */
  userId: string;
}

/** A page of the web app, as the tests go over all of them. */
export interface Route {
  name: string;
  path(world: DemoWorld): string;
  /** Who looks at it. */
  as: 'nobody' | 'nour';
  /** What the server answers by itself, when it is not 200. */
  status?: number;
  /** Its title names what people wrote, and is the same in both languages. */
  isTitledByPeople?: boolean;
}

/** Every page there is, the parts that some have only sometimes among them. */
export const ROUTES: readonly Route[] = [
  { name: 'home', path: () => '/', as: 'nobody' },
  { name: 'home, signed in', path: () => '/', as: 'nour' },
  { name: 'search', path: () => '/search', as: 'nobody' },
  { name: 'search with filters', path: () => '/search?q=livres&condition=GOOD,LIKE_NEW&within=25&near=45.7485,4.8467,Lyon,Rhône', as: 'nobody' },
  { name: 'search that finds nothing', path: () => '/search?q=zzzzzz', as: 'nobody' },
  { name: 'item', path: ({ itemId }) => `/items/${itemId}`, as: 'nobody', isTitledByPeople: true },
  { name: 'item, signed in', path: ({ itemId }) => `/items/${itemId}`, as: 'nour', isTitledByPeople: true },
  { name: 'propose', path: ({ itemId }) => `/items/${itemId}/propose`, as: 'nour' },
  { name: 'publish', path: () => '/publish', as: 'nour' },
  { name: 'publish, for nobody', path: () => '/publish', as: 'nobody' },
  { name: 'exchanges', path: () => '/exchanges', as: 'nour' },
  { name: 'exchange', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour' },
  { name: 'counter', path: ({ exchangeId }) => `/exchanges/${exchangeId}/counter`, as: 'nour' },
  { name: 'no access', path: ({ foreignExchangeId }) => `/exchanges/${foreignExchangeId}`, as: 'nour' },
  { name: 'a person', path: ({ userId }) => `/users/${userId}`, as: 'nobody', isTitledByPeople: true },
  { name: 'me', path: () => '/me', as: 'nour' },
  { name: 'my items', path: () => '/me/items', as: 'nour' },
  { name: 'settings', path: () => '/settings', as: 'nour' },
  { name: 'log-in', path: () => '/log-in', as: 'nobody' },
  { name: 'register', path: () => '/register', as: 'nobody' },
  { name: 'welcome', path: () => '/welcome', as: 'nour' },
  { name: 'offline', path: () => '/offline', as: 'nobody' },
  { name: 'not found', path: () => '/nowhere', as: 'nobody', status: 404 },
  { name: 'gone item', path: () => '/items/00000000-0000-7000-8000-000000000000', as: 'nobody', status: 404 },
];

/** The address of a route, in a language. */
export const toAddress = (route: Pick<Route, 'path'>, world: DemoWorld, locale: WebLocale): string => `/${locale}${route.path(world).replace(/^\/$/, '')}`;

const EXCHANGES = '{ exchanges(first: 100) { edges { node { id status revision awaiting { id } participants { id } } } } }';

/** Finds in the demo community what the routes are about. */
export async function findDemoWorld(stack: BrowserStack): Promise<DemoWorld> {
  const [nour, karim] = await Promise.all([logInAs(stack, 'nour'), logInAs(stack, 'karim')]);
  const exchangesOf = async (person: typeof nour): Promise<Json[]> => (await person.graph.read(EXCHANGES)).edges.map(({ node }: Json) => node);
  const items: Json = await createGraphClient({ url: stack.url }).read('query ($id: ID!) { items(first: 50, filter: { ownerId: $id }) { edges { node { id status photos { id } } } } }', { id: karim.id });
  const item = items.edges.find(({ node }: Json) => node.status === 'PUBLISHED' && node.photos.length > 0);
  const [nours, karims] = [await exchangesOf(nour), await exchangesOf(karim)];
  const isWaitingForNour = ({ status, awaiting }: Json) => status === 'PROPOSED' && awaiting.some(({ id }: Json) => id === nour.id);
  return {
    itemId: item.node.id,
    exchangeId: (nours.find((exchange) => isWaitingForNour(exchange) && exchange.revision > 1) ?? nours.find(isWaitingForNour)).id,
    foreignExchangeId: karims.find(({ participants }) => participants.every(({ id }: Json) => id !== nour.id)).id,
    userId: karim.id,
  };
}
