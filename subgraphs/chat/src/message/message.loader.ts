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
        // Conditions of constants are found by the index; a join with the ranges reads all messages of the platform.
        .where(
          ranges.map((_, index) => `(message.exchange_id = :id${index} AND message.seq > :after${index} AND message.seq <= :upTo${index})`).join(' OR '),
          Object.fromEntries(ranges.flatMap(({ exchangeId, after, upTo }, index): [string, string | number][] => [[`id${index}`, exchangeId], [`after${index}`, after], [`upTo${index}`, upTo]])),
        )
        .orderBy('message.seq')
        .getMany();
      return ranges.map(({ exchangeId, after, upTo }) => rows.filter((row) => row.exchangeId === exchangeId && row.seq > after && row.seq <= upTo));
    },
    { cacheKeyFn: ({ exchangeId, after, upTo }) => `${exchangeId} ${after} ${upTo}` },
  );
}
