import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { Message } from './message.entity.js';

/** The messages numbered `after + 1 … upTo`: numbers have no gap, so every page is such a range. */
export interface MessageRange {
  exchangeId: string;
  after: number;
  upTo: number;
}

/** Ranges of messages, oldest first, in one query for all that a request asks for. */
export function createMessageLoader(db: EntityManager): DataLoader<MessageRange, Message[], string> {
  return new DataLoader(
    async (ranges) => {
      const rows = await db
        .createQueryBuilder(Message, 'message')
        .where(
          `EXISTS (SELECT FROM unnest(:ids::uuid[], :afters::int[], :upTos::int[]) AS range(id, after, up_to)
            WHERE message.exchange_id = range.id AND message.seq > range.after AND message.seq <= range.up_to)`,
          { ids: ranges.map(({ exchangeId }) => exchangeId), afters: ranges.map(({ after }) => after), upTos: ranges.map(({ upTo }) => upTo) },
        )
        .orderBy('message.seq')
        .getMany();
      return ranges.map(({ exchangeId, after, upTo }) => rows.filter((row) => row.exchangeId === exchangeId && row.seq > after && row.seq <= upTo));
    },
    { cacheKeyFn: ({ exchangeId, after, upTo }) => `${exchangeId} ${after} ${upTo}` },
  );
}
