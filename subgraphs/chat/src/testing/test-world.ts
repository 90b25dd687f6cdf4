import { randomUUID } from 'node:crypto';
import { toAsyncIterator, DONE } from '@secondlife/platform/live/async-iterator';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import type { Subgraph } from '@secondlife/platform/subgraph/subgraph';
import { createTestDeps, read, someone, toCall, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { MIGRATIONS } from '../migrations/index.js';
import { createChatSubgraph } from '../subgraph.js';
import { createExchangeOwner } from './exchange-owner.js';

export const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename ... on Message { id seq body sentAt author { id } exchange { id } } ... on InvalidInput { field } ... on RateLimited { retryAfterSeconds } } }`;
const MARK_READ = 'mutation ($id: ID!, $seq: Int!) { markMessagesRead(exchangeId: $id, seq: $seq) }';

/** What `sendMessage` answers; what is not of this type is absent. */
export interface Answer {
  __typename: string;
  id: string;
  seq: number;
  body: string;
  field: string[];
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The chat subgraph with a database, the owner of exchanges at the other end of the wire, and what people do as functions. */
export async function openWorld({ pubsub }: { pubsub?: PubSub } = {}) {
  const database = await createTestDatabase([{ schema: 'chat', migrations: MIGRATIONS }], CATALOGUE);
  const owner = createExchangeOwner();
  const chat: Subgraph = await createChatSubgraph({ ...createTestDeps(database, 'chat'), exchanges: owner, ...(pubsub && { pubsub }) });
  await chat.start();

  return {
    chat,
    owner,
    /** Two people with an exchange that chat has not heard of yet. */
    meet(nour = someone()) {
      const [karim, exchangeId] = [someone(), randomUUID()];
      owner.exchanges.set(exchangeId, { id: exchangeId, version: 1, participants: [{ id: nour }, { id: karim }] });
      return { nour, karim, exchangeId };
    },
    send: (exchangeId: string, userId: string, body = 'Bonjour', clientId: string = randomUUID()) =>
      read<Answer>(chat, SEND, { input: { exchangeId, body, clientId } }, { userId }),
    markRead: (exchangeId: string, seq: number, userId: string) => read<boolean>(chat, MARK_READ, { id: exchangeId, seq }, { userId }),
    /** What chat adds to these exchanges, as the gateway asks for it. */
    readExchanges: <T>(ids: readonly string[], selection: string, asker: Asker): Promise<T[]> =>
      read<T[]>(
        chat,
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Exchange { ${selection} } } }`,
        { representations: ids.map((id) => ({ __typename: 'Exchange', id })) },
        asker,
      ),
    /** From when it resolves: the root field of each event; throws the code of an error. */
    async subscribe<T>(query: string, variables: Record<string, unknown>, asker: Asker): Promise<AsyncIterableIterator<T>> {
      const results = await chat.subscribe({ query, variables }, toCall(asker));
      return toAsyncIterator<T>({
        async next() {
          const result = await results.next();
          if (result.done) return DONE;
          const { data, errors } = result.value;
          if (errors) throw new Error(String(errors[0]!.extensions?.['code']));
          return { done: false, value: Object.values(data!)[0] as T };
        },
        close: async () => void (await results.return?.()),
      });
    },
    async dispose() {
      await chat.dispose();
      await database.dispose();
    },
  };
}
