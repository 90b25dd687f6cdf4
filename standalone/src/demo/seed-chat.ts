import type { EntityManager } from 'typeorm';
import { DEMO_EXCHANGES } from './exchanges.js';
import { daysBefore, toDemoId } from './ids.js';

/** Conversations as they went; in an open exchange the newest message of the other has not been read yet. */
export async function seedChat(db: EntityManager, now: Date): Promise<void> {
  const userId = (handle: string) => toDemoId('user', handle);
  await db.transaction(async (tx) => {
    for (const { key, proposer, other, messages, endedDaysAgo } of DEMO_EXCHANGES) {
      const exchangeId = toDemoId('exchange', key);
      await tx.query('INSERT INTO conversation (exchange_id, participant_ids, version, last_seq) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING', [
        exchangeId,
        [userId(proposer), userId(other)],
        messages.length,
      ]);
      for (const [index, { by, body, daysAgo }] of messages.entries()) {
        const id = toDemoId('message', `${key} ${index}`);
        await tx.query('INSERT INTO message (id, exchange_id, seq, author_id, client_id, body, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING', [
          id,
          exchangeId,
          index + 1,
          userId(by),
          id,
          body,
          daysBefore(now, daysAgo),
        ]);
      }
      for (const handle of [proposer, other]) {
        const isNewestUnread = endedDaysAgo === null && messages.length > 0 && messages.at(-1)!.by !== handle;
        await tx.query('INSERT INTO read_mark (exchange_id, user_id, seq) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          exchangeId,
          userId(handle),
          messages.length - (isNewestUnread ? 1 : 0),
        ]);
      }
    }
  });
}
