import { ApolloClient, ApolloLink } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { OperationTypeNode } from 'graphql';
import type { Early } from '../early/begin';
import { createEarlyFetch } from '../early/early-fetch';
import { createKeptAnswersLink } from '../offline/kept-answers';
import { viewerOf, type Session } from '../session/session';
import { createCache } from './cache';
import { createLiveLink } from './links/live-link';
import { createRetryLink } from './links/retry-link';
import { createSessionLink } from './links/session-link';
import type { Live } from './live';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}

/** A part of the graph that is down takes away its part and no more. */
const DEFAULT_OPTIONS = { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } } as const;

export interface GraphClientOptions {
  url: string;
  session: Session;
  live: Live;
  /** What the page asked for by itself. */
  early?: Early | undefined;
  getLocale(): string;
}

/** The graph, from a browser: answers kept in memory, and the last ones for when there is no network. */
export function createGraphClient({ url, session, live, early, getLocale }: GraphClientOptions): ApolloClient {
  const language = new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({ headers: { ...headers, 'accept-language': getLocale() } }));
    return forward(operation);
  });
  const asked = ApolloLink.from([createKeptAnswersLink({ session, getLocale }), createRetryLink(), createSessionLink(session), language, new BaseHttpLink({ uri: url, credentials: 'same-origin', fetch: createEarlyFetch(early, () => viewerOf(session)) })]);
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, createLiveLink(live), asked),
    defaultOptions: DEFAULT_OPTIONS,
    dataMasking: false,
  });
}

/** Of the server's rendering, which asks nothing by itself: it has what the page was given, or shows that it loads. */
export const createSilentClient = (): ApolloClient => new ApolloClient({ ssrMode: true, cache: createCache(), link: ApolloLink.empty(), defaultOptions: DEFAULT_OPTIONS });
