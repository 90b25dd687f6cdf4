import { cloneJson } from '../execution/merge.js';

/** Fetches that several callers may wait for at once. */
export interface SharedFetches<Answer> {
  /**
   * The answer of a fetch that is under way with the same key, or of a new one; key undefined: of one that nobody shares. Each caller's
   * answer is its own. Rejects with the signal's reason as soon as that aborts; the fetch is aborted when its last caller has gone.
   *
   * @param start called at once for a new fetch; fails by its promise alone
   */
  fetch(key: string | undefined, signal: AbortSignal | undefined, start: (abort: AbortController) => Promise<Answer>): Promise<Answer>;
  /** From now on nobody joins what is under way: its answer may be older than what the newcomer has seen. */
  seal(): void;
}

interface Caller<Answer> {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
  /** Whether or not it has got what it waited for. */
  leave(): void;
}

interface Fetch<Answer> {
  /** None once it is over. */
  callers: Caller<Answer>[];
  abort: AbortController;
}

/** `onShare` is called for each caller who joins another's fetch. */
export function createSharedFetches<Answer>(onShare: () => void): SharedFetches<Answer> {
  const joinable = new Map<string, Fetch<Answer>>();

  /** Gives those who waited. A map that has grown or shrunk holds on to what was in it for as long as V8 keeps the old one: so the fetch lets go of them. */
  const close = (key: string | undefined, fetch: Fetch<Answer>): readonly Caller<Answer>[] => {
    if (key !== undefined && joinable.get(key) === fetch) joinable.delete(key);
    const { callers } = fetch;
    fetch.callers = [];
    return callers;
  };

  const join = (key: string | undefined, fetch: Fetch<Answer>, signal: AbortSignal | undefined): Promise<Answer> => new Promise((resolve, reject) => {
    const caller: Caller<Answer> = { resolve, reject, leave: () => signal?.removeEventListener('abort', give) };
    const give = (): void => {
      reject(toReason(signal!));
      fetch.callers = fetch.callers.filter((other) => other !== caller);
      if (fetch.callers.length > 0) return;
      close(key, fetch);
      fetch.abort.abort(signal!.reason);
    };
    signal?.addEventListener('abort', give, { once: true });
    fetch.callers.push(caller);
  });

  return {
    fetch(key, signal, start) {
      if (signal?.aborted) return Promise.reject(toReason(signal));
      const other = key === undefined ? undefined : joinable.get(key);
      if (other) {
        onShare();
        return join(key, other, signal);
      }
      const fetch: Fetch<Answer> = { callers: [], abort: new AbortController() };
      if (key !== undefined) joinable.set(key, fetch);
      const answer = join(key, fetch, signal);
      start(fetch.abort).then(
        (given) => share(given, close(key, fetch)),
        (reason: unknown) => {
          for (const { reject, leave } of close(key, fetch)) {
            leave();
            reject(reason);
          }
        },
      );
      return answer;
    },
    seal: () => joinable.clear(),
  };
}

/** The executor changes what it is given: all copies are made before anyone can go on. Copying costs a third of parsing again. */
function share<Answer>(answer: Answer, callers: readonly Caller<Answer>[]): void {
  const [first, ...others] = callers;
  for (const { resolve, reject, leave } of others) {
    leave();
    try {
      resolve(cloneJson(answer));
    } catch (error) {
      reject(error);
    }
  }
  first?.leave();
  first?.resolve(answer);
}

const toReason = ({ reason }: AbortSignal): Error => reason as Error;
