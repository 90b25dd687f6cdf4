import { cloneJson } from '../execution/merge.js';

export interface SharedFetchesOptions<Question> {
  /** A text by which questions that are one can be found; others may have the same. */
  groupOf(question: Question): string;
  /** Whether one answer is the answer to both; asked of those of one group. */
  areOne(a: Question, b: Question): boolean;
  /** Called for each caller who joins another's fetch. */
  onShare(): void;
}

/** Fetches that several callers may wait for at once. */
export interface SharedFetches<Question, Answer> {
  /**
   * The answer of a fetch that is under way for the same question, or of a new one; question undefined: of one that nobody shares. Each caller's
   * answer is its own. Rejects with the signal's reason as soon as that aborts; the fetch is aborted when its last caller has gone.
   *
   * @param start called at once for a new fetch; fails by its promise alone
   */
  fetch(question: Question | undefined, signal: AbortSignal | undefined, start: (abort: AbortController) => Promise<Answer>): Promise<Answer>;
  /** From now on nobody joins what is under way: its answer may be older than what the newcomer has seen. */
  seal(): void;
}

interface Caller<Answer> {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
  /** Whether or not it has got what it waited for. */
  leave(): void;
}

interface Fetch<Question, Answer> {
  /** Undefined: nobody can join it, or it is over. */
  question: Question | undefined;
  /** None once it is over. */
  callers: Caller<Answer>[];
  abort: AbortController;
}

export function createSharedFetches<Question, Answer>({ groupOf, areOne, onShare }: SharedFetchesOptions<Question>): SharedFetches<Question, Answer> {
  type Joinable = Fetch<Question, Answer>;
  /** By their groups; a group that is empty is kept no longer. */
  const joinable = new Map<string, Joinable[]>();

  /** Gives those who waited. A map that has grown or shrunk holds on to what was in it for as long as V8 keeps the old one: so the fetch lets go of them. */
  const close = (fetch: Joinable): readonly Caller<Answer>[] => {
    const { question, callers } = fetch;
    if (question !== undefined) withdraw(groupOf(question), fetch);
    fetch.question = undefined;
    fetch.callers = [];
    return callers;
  };

  const withdraw = (group: string, fetch: Joinable): void => {
    const fetches = joinable.get(group);
    const index = fetches?.indexOf(fetch) ?? -1;
    if (!fetches || index < 0) return;
    if (fetches.length === 1) joinable.delete(group);
    else fetches.splice(index, 1);
  };

  const offer = (group: string, fetch: Joinable): void => {
    const fetches = joinable.get(group);
    if (fetches) fetches.push(fetch);
    else joinable.set(group, [fetch]);
  };

  const join = (fetch: Joinable, signal: AbortSignal | undefined): Promise<Answer> => new Promise((resolve, reject) => {
    const caller: Caller<Answer> = { resolve, reject, leave: () => signal?.removeEventListener('abort', give) };
    const give = (): void => {
      reject(toReason(signal!));
      fetch.callers = fetch.callers.filter((other) => other !== caller);
      if (fetch.callers.length > 0) return;
      close(fetch);
      fetch.abort.abort(signal!.reason);
    };
    signal?.addEventListener('abort', give, { once: true });
    fetch.callers.push(caller);
  });

  return {
    fetch(question, signal, start) {
      if (signal?.aborted) return Promise.reject(toReason(signal));
      const other = question && joinable.get(groupOf(question))?.find((fetch) => areOne(fetch.question!, question));
      if (other) {
        onShare();
        return join(other, signal);
      }
      const fetch: Joinable = { question, callers: [], abort: new AbortController() };
      if (question !== undefined) offer(groupOf(question), fetch);
      const answer = join(fetch, signal);
      start(fetch.abort).then(
        (given) => share(given, close(fetch)),
        (reason: unknown) => {
          for (const { reject, leave } of close(fetch)) {
            leave();
            reject(reason);
          }
        },
      );
      return answer;
    },
    seal() {
      if (joinable.size > 0) joinable.clear();
    },
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
