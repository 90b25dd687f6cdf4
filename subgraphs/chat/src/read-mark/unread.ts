import type { EntityManager } from 'typeorm';

/** What person $1 has not read: the messages of others after their mark, in all that they take part in. */
const UNREAD = `
  FROM conversation
  LEFT JOIN read_mark ON read_mark.exchange_id = conversation.exchange_id AND read_mark.user_id = $1
  JOIN message ON message.exchange_id = conversation.exchange_id AND message.seq > coalesce(read_mark.seq, 0)
  WHERE conversation.participant_ids @> ARRAY[$1::uuid] AND message.author_id <> $1`;

/** In all their exchanges together. */
export async function countAllUnread(db: EntityManager, userId: string): Promise<number> {
  const [row]: { unread: number }[] = await db.query(`SELECT count(*)::integer AS unread ${UNREAD}`, [userId]);
  return row!.unread;
}

/** In each of these exchanges; one where everything is read is absent. */
export async function countUnreadByExchange(db: EntityManager, userId: string, exchangeIds: readonly string[]): Promise<Map<string, number>> {
  const rows: { id: string; unread: number }[] = await db.query(
    `SELECT conversation.exchange_id AS id, count(*)::integer AS unread ${UNREAD} AND conversation.exchange_id = ANY($2) GROUP BY conversation.exchange_id`,
    [userId, exchangeIds],
  );
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
