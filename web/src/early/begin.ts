/** What a page began before its scripts were there. */
export interface Early {
  /** The person who was signed in on this device when the page began. */
  viewerId: string;
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

/** A query as it is posted. */
export interface EarlyOperation {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

/** All that `beginEarly` may know. */
export interface BeginOptions {
  graphPath: string;
  /** Where a device remembers who is signed in: a key of local storage. */
  viewerKey: string;
  /** The text of the mutation. */
  refreshQuery: string;
  /** Names of web locks: held by the one tab that refreshes, and by every tab that has a token. */
  refreshLock: string;
  holderLock: string;
  /** So long after the answer other tabs wait for the scripts of this one to take it over, in milliseconds. */
  holdMs: number;
  /** So long the graph may take to renew the session, in milliseconds. */
  patienceMs: number;
}

declare global {
  interface Window {
    sleEarly?: Early;
    /** What pages want to have asked: filled by them, and emptied by `beginEarly`, whichever of the two comes first. */
    sleEarlyQueries?: EarlyOperation[];
  }
}

/**
 * Renews the session while the page's scripts are still on their way, and asks what the page wants to have asked. Its text
 * stands in the page: it may use nothing but what it is given. Where another tab has a token or is about to have one, it
 * leaves the matter to the session.
 */
export function beginEarly({ graphPath, viewerKey, refreshQuery, refreshLock, holderLock, holdMs, patienceMs }: BeginOptions): void {
  const viewerId = localStorage.getItem(viewerKey);
  const { locks } = navigator as { locks?: LockManager };
  // Without a secure origin there are no locks, and tabs can't agree.
  if (!viewerId || !locks) return;
  const post = (body: object, headers: Record<string, string>, options: RequestInit = {}): Promise<Response> =>
    fetch(graphPath, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang, ...headers },
      body: JSON.stringify(body),
      ...options,
    });
  const refresh = async (): Promise<EarlyAnswer | null> => {
    // The old token is used up: its successor has to arrive, also when the page is left meanwhile.
    const response = await post({ query: refreshQuery }, {}, { keepalive: true, signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? ((await response.json()) as EarlyAnswer) : null;
  };
  const taken = Promise.withResolvers<void>();
  const session = new Promise<EarlyAnswer | null>((resolve) => {
    const begin = async (lock: Lock | null) => {
      const { held = [] } = await locks.query();
      if (!lock || held.some(({ name }) => name === holderLock)) return resolve(null);
      resolve(await refresh());
      setTimeout(taken.resolve, holdMs);
      await taken.promise;
    };
    locks.request(refreshLock, { ifAvailable: true }, begin).catch(() => resolve(null));
  });
  const asked: Early['asked'] = [];
  const ask = (operation: EarlyOperation) => {
    const response = session.then((answer) => {
      const renewed = answer?.data?.refreshSession as { accessToken?: string; viewer?: { id: string } } | undefined;
      return renewed?.viewer?.id === viewerId ? post(operation, { authorization: `Bearer ${renewed.accessToken}` }) : null;
    });
    // Whoever takes it hears of a failure; if nobody does, nobody misses it.
    response.catch(() => {});
    return asked.push({ operation, response });
  };
  window.sleEarly = { viewerId, session, release: taken.resolve, asked };
  // What comes later is asked at once.
  const queries = (window.sleEarlyQueries ??= []);
  queries.splice(0).forEach(ask);
  queries.push = (...operations) => operations.map(ask).length;
}
