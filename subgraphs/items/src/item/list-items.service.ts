import type { SelectQueryBuilder } from 'typeorm';
import { MOST_COUNTED, requirePageSize } from '@secondlife/platform/values/page';
import type { Context } from '../context.js';
import type { Point } from '../place/distance.js';
import type { Item } from './item.entity.js';
import type { ItemFilter, ItemOrder } from './item.inputs.js';
import { ItemConnection } from './item-connection.js';
import { requireSearch, selectItems } from './item-filter.js';
import { readAfter, requireOrdering, toPage, type Ordering, type SortedItem } from './item-order.js';

export interface ItemListing {
  filter: ItemFilter | null;
  near: Point | null;
  order: ItemOrder;
  first: number;
  after: string | null;
}

/** A page of the items that the viewer may find. Rows that come and go in between move no other row to another page. */
export async function listItems(context: Context, { filter, near, order, first, after }: ItemListing): Promise<ItemConnection> {
  const size = requirePageSize(first);
  const search = requireSearch(filter, near);
  const ordering = requireOrdering(order, search);
  const query = selectItems(context, search);
  const page = query.clone();
  if (after) startAfter(page, ordering, after);
  return new ItemConnection(toPage(ordering, await readSorted(page, ordering, size + 1), size, after), () => countItems(query));
}

/** Every key is sorted downwards, so one comparison of rows says what comes after. */
function startAfter(query: SelectQueryBuilder<Item>, ordering: Ordering, cursor: string): void {
  const values = readAfter(ordering, cursor);
  const keys = ordering.keys.map(({ sql }) => sql).join(', ');
  query.andWhere(`(${keys}) < (${values.map((_, index) => `:after${index}`).join(', ')})`);
  query.setParameters(Object.fromEntries(values.map((value, index) => [`after${index}`, value])));
}

async function readSorted(query: SelectQueryBuilder<Item>, { keys }: Ordering, limit: number): Promise<SortedItem[]> {
  // In parentheses, as TypeORM would take a bare column away from the entity and give it the other name.
  for (const [index, { sql }] of keys.entries()) query.addSelect(`(${sql})`, `key${index}`).addOrderBy(`key${index}`, 'DESC');
  const { entities, raw } = await query.limit(limit).getRawAndEntities<Record<string, string | number | Date>>();
  return entities.map((item, row) => ({ item, key: keys.map((_, index) => toCursorValue(raw[row]![`key${index}`]!)) }));
}

const toCursorValue = (value: string | number | Date): string | number => (value instanceof Date ? value.getTime() : value);

async function countItems(query: SelectQueryBuilder<Item>): Promise<number> {
  const some = query.clone().select('1', 'one').limit(MOST_COUNTED);
  const counted = await query.connection
    .createQueryBuilder()
    .select('CAST(count(*) AS integer)', 'count')
    .from(`(${some.getQuery()})`, 'some')
    .setParameters(some.getParameters())
    .getRawOne<{ count: number }>();
  return counted?.count ?? 0;
}
