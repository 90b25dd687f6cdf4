import { requirePageSize } from '@secondlife/platform/values/page';
import { isId } from '@secondlife/platform/values/text';
import type { Context } from '../context.js';
import type { Item } from './item.entity.js';
import { ItemConnection } from './item-connection.js';
import { NEWEST, readAfter, toPage } from './item-order.js';

interface PageArguments {
  first: number;
  after: string | null;
}

/** A page of one person's items, the newest first: the same that `items` gives for them as `ownerId`. */
export async function listOwnerItems({ loaders }: Context, ownerId: string, { first, after }: PageArguments): Promise<ItemConnection> {
  const size = requirePageSize(first);
  const position = after ? readAfter(NEWEST, after) : null;
  if (!isId(ownerId)) return new ItemConnection(toPage(NEWEST, [], size, after), async () => 0);
  const ids = await loaders.ownerPage.load({ ownerId, size: size + 1, position });
  const items = (await Promise.all(ids.map((id) => loaders.item.load(id)))) as Item[];
  const rows = items.map((item) => ({ item, key: [item.publishedAt.getTime(), item.id] }));
  return new ItemConnection(toPage(NEWEST, rows, size, after), () => loaders.ownerCount.load(ownerId));
}
