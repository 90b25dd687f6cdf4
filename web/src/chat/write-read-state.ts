import type { ApolloCache } from '@apollo/client';
import { ReadStateFragmentDoc, type ReadStateFragment } from './messages.generated';

const fragment = { fragment: ReadStateFragmentDoc, fragmentName: 'ReadState' };

/** Keeps how far everyone has read. */
export function writeReadState(cache: ApolloCache, news: ReadStateFragment): void {
  cache.writeFragment({ id: `Exchange:${news.id}`, ...fragment, data: news });
}

/** Counts what the viewer has just read as read, before the graph says so. */
export function writeOwnReadMark(cache: ApolloCache, { exchangeId, viewerId, seq }: { exchangeId: string; viewerId: string; seq: number }): void {
  cache.updateFragment({ id: `Exchange:${exchangeId}`, ...fragment }, (known) => {
    if (!known) return;
    const others = (known.readMarks ?? []).filter(({ reader }) => reader?.id !== viewerId);
    return { ...known, unreadMessages: 0, readMarks: [...others, { __typename: 'ReadMark' as const, seq, reader: { __typename: 'User' as const, id: viewerId } }] };
  });
}
