import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import type { ReadEntities } from '@secondlife/platform/subgraph/entity-reader';
import { isId } from '@secondlife/platform/values/text';
import type { Context } from '../context.js';
import { Conversation } from './conversation.entity.js';

/** An exchange as its owner tells of it. */
export interface ExchangeEntity {
  id: string;
  version: number;
  participants: ({ id: string } | null)[];
}

/** Keeps what was learnt of an exchange, unless something newer is known. */
export async function keepConversation(db: EntityManager, { exchangeId, participantIds, version }: Omit<Conversation, 'lastSeq'>): Promise<void> {
  await db.query(
    `INSERT INTO conversation (exchange_id, participant_ids, version) VALUES ($1, $2, $3)
     ON CONFLICT (exchange_id) DO UPDATE SET participant_ids = excluded.participant_ids, version = excluded.version
     WHERE conversation.version < excluded.version`,
    [exchangeId, participantIds, version],
  );
}

/** Conversations by exchange, whoever takes part; an exchange that chat has not heard of is asked of its owner. */
export function createConversationLoader(db: EntityManager, readExchanges: ReadEntities<ExchangeEntity>): DataLoader<string, Conversation | null> {
  return new DataLoader(async (ids) => {
    const wanted = ids.filter(isId).map((id) => id.toLowerCase());
    const known = await db.findBy(Conversation, { exchangeId: In(wanted) });
    const unheard = wanted.filter((id) => !known.some(({ exchangeId }) => exchangeId === id));
    const learnt = (await readExchanges(unheard)).filter((exchange) => exchange !== null);
    for (const { id, version, participants } of learnt) {
      await keepConversation(db, { exchangeId: id, version, participantIds: participants.filter((one) => one !== null).map((one) => one.id) });
    }
    const all = learnt.length > 0 ? await db.findBy(Conversation, { exchangeId: In(wanted) }) : known;
    return ids.map((id) => all.find(({ exchangeId }) => exchangeId === id.toLowerCase()) ?? null);
  });
}

/** The conversation that the viewer takes part in; null when they do not, or there is no such exchange. */
export async function findOwnConversation({ viewer, loaders }: Context, exchangeId: string): Promise<Conversation | null> {
  if (!viewer.userId) return null;
  const conversation = await loaders.conversation.load(exchangeId);
  return conversation?.participantIds.includes(viewer.userId) ? conversation : null;
}
