/** What a page began before its scripts were there. */
export interface Early {
  /** The graph's answer to `refreshSession`; null when this tab had no need to ask, or got none. Nobody else refreshes until `release`. */
  session: Promise<EarlyAnswer | null>;
  release(): void;
  /** Each is asked with the session's token, once there is one. */
  asked: { operation: EarlyOperation; answer: Promise<EarlyAnswer | null> }[];
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
  /** For an answer of the graph, in milliseconds. */
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
 * Renews the session while the page's scripts are still on their way. Its text stands in the page: it may use nothing
 * but what it is given. Where another tab has a token or is about to, it leaves the matter to the session.
 */
export function beginEarly({ graphPath, refreshQuery, refreshLock, holderLock, holdMs, patienceMs }: BeginOptions): void {
  const post = async (body: object, token?: string): Promise<EarlyAnswer | null> => {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang };
    if (token) headers.authorization = `Bearer ${token}`;
    const response = await fetch(graphPath, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? ((await response.json()) as EarlyAnswer) : null;
  };
  const taken = Promise.withResolvers<void>();
  const session = new Promise<EarlyAnswer | null>((resolve) => {
    const refresh = async (lock: Lock | null) => {
      const { held = [] } = await navigator.locks.query();
      if (!lock || held.some(({ name }) => name === holderLock)) return resolve(null);
      resolve(await post({ query: refreshQuery }));
      setTimeout(taken.resolve, holdMs);
      await taken.promise;
    };
    navigator.locks.request(refreshLock, { ifAvailable: true }, refresh).catch(() => resolve(null));
  });
  const asked: Early['asked'] = [];
  const tokenOf = (answer: EarlyAnswer | null) => (answer?.data?.refreshSession as { accessToken?: string } | undefined)?.accessToken;
  const ask = (operation: EarlyOperation) => {
    const answer = session.then((begun) => {
      const token = tokenOf(begun);
      return token ? post(operation, token) : null;
    });
    return asked.push({ operation, answer: answer.catch(() => null) });
  };
  window.sleEarly = { session, release: taken.resolve, asked };
  const queries = (window.sleEarlyQueries ??= []);
  queries.splice(0).forEach(ask);
  queries.push = (...operations) => operations.map(ask).length;
}
