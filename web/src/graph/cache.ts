import { InMemoryCache, type FieldMergeFunction } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { POSSIBLE_TYPES } from './possible-types';

/** The part of a stored message connection that merging reads. */
interface StoredMessages {
  __typename: 'MessageConnection';
  edges: readonly { cursor: string; node: { __ref: string } }[];
  pageInfo: { hasPreviousPage?: boolean; startCursor?: string | null };
}

/** Pages of a conversation become one list, by their numbers, each message once; the oldest page knows whether there is more before it. */
const mergeMessages: FieldMergeFunction<StoredMessages> = (existing, incoming, { readField }) => {
  if (!existing) return incoming;
  const seqOf = (edge: StoredMessages['edges'][number]) => readField<number>('seq', edge.node) ?? 0;
  const bySeq = new Map([...existing.edges, ...incoming.edges].map((edge) => [seqOf(edge), edge]));
  const edges = [...bySeq].toSorted(([a], [b]) => a - b).map(([, edge]) => edge);
  const firstOf = ({ edges: [first] }: StoredMessages) => (first ? seqOf(first) : Infinity);
  const oldest = firstOf(incoming) <= firstOf(existing) ? incoming : existing;
  return { ...existing, ...incoming, edges, pageInfo: { ...incoming.pageInfo, ...oldest.pageInfo } };
};

/** How answers of the graph are kept in memory: things by their id, lists page by page. */
export const createCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes: POSSIBLE_TYPES,
    typePolicies: {
      Query: {
        fields: {
          exchanges: relayStylePagination(['statuses']),
          item: (existing: unknown, { args, toReference }) => (existing === undefined ? toReference({ __typename: 'Item', id: args?.id as string }) : existing),
          exchange: (existing: unknown, { args, toReference }) => (existing === undefined ? toReference({ __typename: 'Exchange', id: args?.id as string }) : existing),
          user: (existing: unknown, { args, toReference }) => (existing === undefined ? toReference({ __typename: 'User', id: args?.id as string }) : existing),
        },
      },
      User: { fields: { items: relayStylePagination(false) } },
      Exchange: {
        fields: {
          messages: { keyArgs: false, merge: mergeMessages },
          // What an exchange consists of comes whole each time.
          legs: { merge: false },
          awaiting: { merge: false },
          participants: { merge: false },
          readMarks: { merge: false },
          revisions: { merge: false },
        },
      },
      Viewer: { fields: { sessions: { merge: false } } },
      // Without a key of its own: one per person, inside them.
      Reputation: { merge: true },
    },
  });
