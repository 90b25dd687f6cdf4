import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import { MOST_COUNTED } from '@secondlife/platform/values/page';
import { IS_SHOWN_BY_OWNER } from './item-status.js';

/** Which items of whom. */
export interface OwnerPage {
  ownerId: string;
  size: number;
  /** When the last item that was read was published, and its id; null from the beginning. */
  position: readonly unknown[] | null;
}

/** Ids of each owner’s items, the newest first, one query for all pages that a request asks for. The viewer’s own are all there. */
export function createOwnerPageLoader(db: EntityManager, { userId }: SignedViewer): DataLoader<OwnerPage, string[], string> {
  return new DataLoader(
    async (pages) => {
      const rows: { page: number; id: string }[] = await db.query(
        `SELECT page.number::int AS page, item.id
         FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[]) WITH ORDINALITY AS page (owner_id, size, after_at, after_id, number)
         CROSS JOIN LATERAL (
           SELECT item.id, item.published_at FROM item
           WHERE item.owner_id = page.owner_id AND (item.owner_id = $5 OR ${IS_SHOWN_BY_OWNER})
             AND (page.after_at IS NULL OR (item.published_at, item.id) < (page.after_at, page.after_id))
           ORDER BY item.published_at DESC, item.id DESC
           LIMIT page.size
         ) AS item
         ORDER BY page.number, item.published_at DESC, item.id DESC`,
        [
          pages.map(({ ownerId }) => ownerId),
          pages.map(({ size }) => size),
          pages.map(({ position }) => position?.[0] ?? null),
          pages.map(({ position }) => position?.[1] ?? null),
          userId,
        ],
      );
      const byPage = Map.groupBy(rows, ({ page }) => page);
      return pages.map((_, index) => (byPage.get(index + 1) ?? []).map(({ id }) => id));
    },
    { cacheKeyFn: ({ ownerId, size, position }) => JSON.stringify([ownerId, size, position]) },
  );
}

/** How many items of each owner the pages above have in all. */
export function createOwnerCountLoader(db: EntityManager, { userId }: SignedViewer): DataLoader<string, number> {
  return new DataLoader(async (ownerIds) => {
    const rows: { owner_id: string; count: number }[] = await db.query(
      `SELECT item.owner_id, least(count(*), $3)::int AS count FROM item
       WHERE item.owner_id = ANY ($1) AND (item.owner_id = $2 OR ${IS_SHOWN_BY_OWNER})
       GROUP BY item.owner_id`,
      [ownerIds, userId, MOST_COUNTED],
    );
    const byOwner = new Map(rows.map(({ owner_id, count }) => [owner_id, count]));
    return ownerIds.map((id) => byOwner.get(id.toLowerCase()) ?? 0);
  });
}
