import { Directive, Field, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { codedError } from '../error-code.js';

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a connection stands (Relay).' })
export class PageInfo {
  @Field({ description: 'Whether there is more after `endCursor`.' })
  hasNextPage: boolean;
  @Field({ description: 'Whether there is more before `startCursor`.' })
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'The first edge’s cursor; null on an empty page.' })
  startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'The last edge’s cursor; null on an empty page.' })
  endCursor: string | null;
}

/** `totalCount` is exact up to here, and this from here on. */
export const MOST_COUNTED = 10_000;
/** What `first` and `last` are when neither is given. */
export const DEFAULT_PAGE_SIZE = 24;
const MOST_PER_PAGE = 100;

/** A row in its place in a list. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}
/** A page of a list (Relay), without its total. */
export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
}

/** `size` itself when it is 1..100; BAD_USER_INPUT naming `argument` otherwise. */
export function requirePageSize(size: number, argument: 'first' | 'last' = 'first'): number {
  if (size >= 1 && size <= MOST_PER_PAGE) return size;
  throw codedError('BAD_USER_INPUT', `\`${argument}\` must be between 1 and ${MOST_PER_PAGE}.`);
}

/** Opaque to clients: the sort key of a row. */
export const toCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, checked against `shape`; BAD_USER_INPUT when it is not one of ours. */
export function readCursor<Key>(cursor: string, shape: z.ZodType<Key>): Key {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw codedError('BAD_USER_INPUT', 'This cursor was not given by this list.');
  }
}

/**
 * A forward page out of `size + 1` rows: the surplus row only says that there is more.
 * `hasPreviousPage` is whether a cursor was given, as Relay allows where looking back costs a query.
 */
export function toForwardPage<Row>(rows: Row[], size: number, after: string | null | undefined, keyOf: (row: Row) => (string | number)[]): Connection<Row> {
  const edges = rows.slice(0, size).map((node) => ({ cursor: toCursor(keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
