import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An answer as it came over the wire; its shape is the test's to know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read without a generated type, at the edge of the test
export type Json = any;

export interface GraphAnswer {
  status: number;
  data?: Json;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[];
  headers: Headers;
}

/** A client of the public graph, as a third party would write it: HTTP and graphql-transport-ws, by the contract alone. */
export interface GraphClient {
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
  /** The root field's value of an operation without errors; throws otherwise. */
  read(query: string, variables?: Record<string, unknown>): Promise<Json>;
  /** Starts at once and keeps what comes. */
  subscribe(query: string, variables?: Record<string, unknown>): Subscribed;
  dispose(): Promise<void>;
}

export interface Subscribed {
  /** The root field's value of each event so far. */
  events: Json[];
  /** Resolves when `count` events have come; rejects when the subscription ends or fails before, or after 20 s. */
  until(count: number): Promise<Json[]>;
  stop(): void;
}

export interface GraphClientOptions {
  url: string;
  accessToken?: string;
  /** Default `en`. */
  language?: string;
  /** Where the client is, as a reverse proxy would say it. */
  address?: string;
}

export function createGraphClient({ url, accessToken, language = 'en', address }: GraphClientOptions): GraphClient {
  const authorization = accessToken && `Bearer ${accessToken}`;
  let socket: Client | undefined;
  const getSocket = () =>
    (socket ??= createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { ...(authorization && { authorization }), acceptLanguage: language },
    }));

  async function ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, ...(authorization && { authorization }), ...(address && { 'x-forwarded-for': address }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
  }

  return {
    ask,
    async read(query, variables) {
      const { data, errors } = await ask(query, variables);
      if (errors) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
      return Object.values(data as object)[0];
    },
    subscribe(query, variables = {}) {
      const events: Json[] = [];
      let failure: unknown;
      let wake = () => {};
      const fail = (error: unknown) => {
        failure ??= error;
        wake();
      };
      const stop = getSocket().subscribe(
        { query, variables },
        {
          next({ data, errors }) {
            if (errors) return fail(new Error(JSON.stringify(errors)));
            events.push(Object.values(data as object)[0]);
            wake();
          },
          error: fail,
          complete: () => fail(new Error('The subscription ended')),
        },
      );
      return {
        events,
        async until(count) {
          const timer = setTimeout(() => fail(new Error(`Only ${events.length} of ${count} events came`)), 20_000);
          try {
            while (events.length < count) {
              if (failure) throw failure as Error;
              await new Promise<void>((resolve) => (wake = resolve));
            }
          } finally {
            clearTimeout(timer);
          }
          return events;
        },
        stop,
      };
    },
    async dispose() {
      await socket?.dispose();
    },
  };
}
