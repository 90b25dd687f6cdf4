/** What a page began before its scripts were there. */
export interface Early {
  /** The graph's answer to `refreshSession`; null when this tab had no need to ask, or got none. Nobody else refreshes until `release`. */
  session: Promise<EarlyAnswer | null>;
  release(): void;
  /** What was asked with the session's token; null where there was none. Rejects as `fetch` does. */
  asked: { operation: EarlyOperation; response: Promise<Response | null> }[];
}

/** An answer of the graph, as it came over the line. */
export interface EarlyAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly unknown[];
}

export interface EarlyOperation {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

export interface BeginOptions {
  graphPath: string;
  refreshQuery: string;
  refreshLock: string;
  holderLock: string;
  /** Whoever takes nothing over within this time does not hinder the other tabs, in milliseconds. */
  holdMs: number;
  /** For the session, in milliseconds. */
  patienceMs: number;
}

declare global {
  interface Window {
    sleEarly?: Early;
    /** What pages want to have asked, from wherever they say it: taken over when the session begins. */
    sleEarlyQueries?: EarlyOperation[];
  }
}

/**
 * Renews the session while the page's scripts are still on their way, and asks what the page wants to have asked. Its text
 * stands in the page: it may use nothing but what it is given. Where another tab has a token or is about to have one, it
 * leaves the matter to the session.
 */
export function beginEarly({ graphPath, refreshQuery, refreshLock, holderLock, holdMs, patienceMs }: BeginOptions): void {
  const post = (body: object, options: { authorization?: string; signal?: AbortSignal }): Promise<Response> => {
    const { signal, ...more } = options;
    const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang, ...more };
    return fetch(graphPath, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body), signal: signal ?? null });
  };
  const refresh = async (): Promise<EarlyAnswer | null> => {
    const response = await post({ query: refreshQuery }, { signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? ((await response.json()) as EarlyAnswer) : null;
  };
  const taken = Promise.withResolvers<void>();
  const session = new Promise<EarlyAnswer | null>((resolve) => {
    const begin = async (lock: Lock | null) => {
      const { held = [] } = await navigator.locks.query();
      if (!lock || held.some(({ name }) => name === holderLock)) return resolve(null);
      resolve(await refresh());
      setTimeout(taken.resolve, holdMs);
      await taken.promise;
    };
    navigator.locks.request(refreshLock, { ifAvailable: true }, begin).catch(() => resolve(null));
  });
  const asked: Early['asked'] = [];
  const ask = (operation: EarlyOperation) => {
    const response = session.then((answer) => {
      const renewed = answer?.data?.refreshSession as { accessToken?: string } | undefined;
      return renewed?.accessToken ? post(operation, { authorization: `Bearer ${renewed.accessToken}` }) : null;
    });
    // Whoever takes it hears of a failure; if nobody does, nobody misses it.
    response.catch(() => {});
    return asked.push({ operation, response });
  };
  window.sleEarly = { session, release: taken.resolve, asked };
  const queries = (window.sleEarlyQueries ??= []);
  queries.splice(0).forEach(ask);
  queries.push = (...operations) => operations.map(ask).length;
}
