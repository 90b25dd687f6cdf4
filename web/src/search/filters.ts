import type { FeedQueryVariables } from '@/feed/feed.generated';
import type { ItemCondition, ItemOrder } from '@/graph/schema.generated';
import { RADII_KM, type Near } from '@/town/near-cookie';
import type { Town } from '@/town/town';

export const CONDITIONS = ['NEW', 'LIKE_NEW', 'GOOD', 'FAIR', 'FOR_PARTS'] as const satisfies readonly ItemCondition[];
export const ORDERS = ['RELEVANCE', 'NEWEST', 'NEAREST'] as const satisfies readonly ItemOrder[];
const LONGEST_TEXT = 200;

/** What is searched for: all of it stands in the address of the page. */
export interface SearchFilters {
  text: string;
  /** The slug of a category. */
  category: string | null;
  conditions: readonly ItemCondition[];
  /** Kilometres round the town. */
  within: number | null;
  /** Null: what fits best. */
  order: ItemOrder | null;
  /** The town of this search; without one, that of the visitor. */
  town: Town | null;
}

export const NO_FILTERS: SearchFilters = { text: '', category: null, conditions: [], within: null, order: null, town: null };

function readTown(text: string | null): Town | null {
  const [lat = '', lng = '', name = '', department = ''] = (text ?? '').split(',');
  const point = { lat: Number(lat), lng: Number(lng) };
  const isPoint = lat !== '' && lng !== '' && Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180;
  return isPoint && name ? { name, department: department || null, ...point } : null;
}

/** Reads the query of an address, such as `q=vélo&category=bicycles&condition=GOOD,NEW&within=5`; what it can't read is left out. */
export function readFilters(query: URLSearchParams): SearchFilters {
  const conditions = (query.get('condition') ?? '').split(',');
  return {
    text: (query.get('q') ?? '').slice(0, LONGEST_TEXT),
    category: query.get('category') || null,
    conditions: CONDITIONS.filter((condition) => conditions.includes(condition)),
    within: RADII_KM.find((radius) => String(radius) === query.get('within')) ?? null,
    order: ORDERS.find((order) => order.toLowerCase() === query.get('order')) ?? null,
    town: readTown(query.get('near')),
  };
}

/** The query that `readFilters` reads; empty where nothing is searched for. */
export function writeFilters({ text, category, conditions, within, order, town }: SearchFilters): string {
  const query = new URLSearchParams();
  if (text.trim()) query.set('q', text.trim().slice(0, LONGEST_TEXT));
  if (category) query.set('category', category);
  if (conditions.length > 0) query.set('condition', conditions.join(','));
  if (within) query.set('within', String(within));
  if (order) query.set('order', order.toLowerCase());
  if (town) query.set('near', [town.lat, town.lng, town.name, town.department].filter((part) => part !== null).join(','));
  return query.toString().replaceAll('%2C', ',');
}

/** Whether anything is asked for yet. */
export const isAsking = (filters: SearchFilters): boolean => writeFilters(filters) !== '';

/** Where distances are measured from. */
export const toTown = ({ town }: SearchFilters, near: Near | null): Town | null => town ?? near?.town ?? null;

/** The order that is in force. */
export function toOrder({ order, text }: SearchFilters, town: Town | null): ItemOrder {
  if (order && !(order === 'NEAREST' && !town) && !(order === 'RELEVANCE' && !text.trim())) return order;
  if (text.trim()) return 'RELEVANCE';
  return town ? 'NEAREST' : 'NEWEST';
}

/** What the graph is asked. A category that there is not is nobody's: it finds nothing. */
export function toSearchFeed(filters: SearchFilters, near: Near | null, categories: readonly { id: string; slug: string }[]): FeedQueryVariables {
  const town = toTown(filters, near);
  const { text, category, conditions, within } = filters;
  return {
    filter: {
      ...(text.trim() && { text: text.trim() }),
      ...(category && { categories: [categories.find(({ slug }) => slug === category)?.id ?? category] }),
      ...(conditions.length > 0 && { conditions: [...conditions] }),
      ...(within && town && { withinMetres: within * 1_000 }),
    },
    near: town && { lat: town.lat, lng: town.lng },
    order: toOrder(filters, town),
  };
}
