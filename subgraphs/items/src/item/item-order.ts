import { createHash } from 'node:crypto';
import { z } from 'zod';
import { codedError } from '@secondlife/platform/error-code';
import { readCursor, toForwardPage, type Connection } from '@secondlife/platform/values/page';
import type { Item } from './item.entity.js';
import { ItemOrder } from './item.inputs.js';
import { DISTANCE_METRES, hasWords, type ItemSearch } from './item-filter.js';

/** One part of a row's place in a list; the highest comes first. */
interface SortKey {
  sql: string;
  /** What a cursor may say. */
  shape: z.ZodType<string | number>;
  /** From what a cursor says to what the database compares with. */
  toParameter?(value: string | number): unknown;
}

/** How a list is sorted. Its last key is the id, so that no two rows share a place. */
export interface Ordering {
  /** Stands in every cursor of the list: one that was made for another order is refused. */
  mark: string;
  keys: readonly SortKey[];
}

/** An item with the values of its sort keys, as a cursor says them. */
export interface SortedItem {
  item: Item;
  key: (string | number)[];
}

/** The last millisecond of the year 9999. */
const LAST_INSTANT_MS = 253_402_300_799_999;
const PUBLISHED_AT: SortKey = { sql: 'item.publishedAt', shape: z.int().min(0).max(LAST_INSTANT_MS), toParameter: (ms) => new Date(ms) };
const ID: SortKey = { sql: 'item.id', shape: z.guid() };
/** Farther than anything on Earth. */
const NOWHERE_METRES = 1_000_000_000;
const NEARNESS: SortKey = { sql: `-coalesce(CAST(round(${DISTANCE_METRES}) AS integer), ${NOWHERE_METRES})`, shape: z.int32() };

export const NEWEST: Ordering = { mark: 'newest', keys: [PUBLISHED_AT, ID] };

/** Throws BAD_USER_INPUT when an order by distance has no point to start from. */
export function requireOrdering(order: ItemOrder, search: ItemSearch): Ordering {
  switch (order) {
    case ItemOrder.NEWEST:
      return NEWEST;
    case ItemOrder.NEAREST:
      if (!search.near) throw codedError('BAD_USER_INPUT', 'The order NEAREST needs `near`.');
      return { mark: toMark('nearest', search.near.lat, search.near.lng), keys: [NEARNESS, ID] };
    case ItemOrder.RELEVANCE: {
      const inTitle = { sql: `CAST(${hasWords('item.title', search) || 'true'} AS integer)`, shape: z.int32() };
      return { mark: toMark('relevance', ...search.words), keys: [inTitle, PUBLISHED_AT, ID] };
    }
  }
}

const toMark = (...parts: (string | number)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);

/** The values that a cursor of this order stands for, as the database compares them; BAD_USER_INPUT for any other cursor. */
export function readAfter({ mark, keys }: Ordering, cursor: string): unknown[] {
  const [, ...values] = readCursor(cursor, z.tuple([z.literal(mark), ...keys.map(({ shape }) => shape)]));
  return values.map((value, index) => keys[index]!.toParameter?.(value) ?? value);
}

/** A forward page out of `size + 1` rows. */
export function toPage({ mark }: Ordering, rows: SortedItem[], size: number, after: string | null | undefined): Connection<Item> {
  const { edges, pageInfo } = toForwardPage(rows, size, after, ({ key }) => [mark, ...key]);
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.item })), pageInfo };
}
