import { cloneJson } from '../execution/merge.js';

export interface SharedFetchesOptions<Question> {
  /** A text by which questions that are one are found; others may have the same, but should be few. */
  groupOf(question: Question): string;
  /** Whether one answer is the answer to both of a group. */
  areOne(a: Question, b: Question): boolean;
  /** Called for each caller who joins another's fetch. */
  onShare(): void;
}

/** Fetches that several callers may wait for at once. */
export interface SharedFetches<Question, Answer> {
  /**
   * The answer of a fetch that is under way for the same question, or of a new one. Each caller's answer is its own.
   *
   * @param start called at once for a new fetch; fails by its promise alone
   */
  fetch(question: Question, start: () => Promise<Answer>): Promise<Answer>;
  /** From now on nobody joins what is under way: its answer may be older than what the newcomer has seen. */
  seal(): void;
}

interface Fetch<Question, Answer> {
  question: Question;
  /** Those who have joined it. */
  others: PromiseWithResolvers<Answer>[];
}

/** Of a group, the newest so many are compared with a newcomer: it may have a thousand, of texts that differ at their end. */
const MOST_COMPARED = 16;

export function createSharedFetches<Question, Answer>({ groupOf, areOne, onShare }: SharedFetchesOptions<Question>): SharedFetches<Question, Answer> {
  type Joinable = Fetch<Question, Answer>;
  /**
   * By their groups; a group that is empty is kept no longer. It is emptied before: a map that has grown or shrunk holds on to what was in
   * it for as long as V8 keeps the old one.
   */
  const joinable = new Map<string, Joinable[]>();

  const offer = (group: string, fetch: Joinable): void => {
    const fetches = joinable.get(group);
    if (fetches) fetches.push(fetch);
    else joinable.set(group, [fetch]);
  };

  const withdraw = (group: string, fetch: Joinable): void => {
    const fetches = joinable.get(group);
    const index = fetches?.indexOf(fetch) ?? -1;
    if (!fetches || index < 0) return;
    fetches.splice(index, 1);
    if (fetches.length === 0) joinable.delete(group);
  };

  return {
    fetch(question, start) {
      const group = groupOf(question);
      const underWay = joinable.get(group)?.slice(-MOST_COMPARED).find((fetch) => areOne(fetch.question, question));
      if (underWay) {
        onShare();
        const joined = Promise.withResolvers<Answer>();
        underWay.others.push(joined);
        return joined.promise;
      }
      const fetch: Joinable = { question, others: [] };
      offer(group, fetch);
      return start().then(
        (answer) => {
          withdraw(group, fetch);
          shareCopies(answer, fetch.others);
          return answer;
        },
        (reason: unknown) => {
          withdraw(group, fetch);
          for (const { reject } of fetch.others) reject(reason);
          throw reason;
        },
      );
    },
    seal() {
      for (const fetches of joinable.values()) fetches.length = 0;
      joinable.clear();
    },
  };
}

/** The executor changes what it is given: all copies are made before anyone can go on. Copying costs a third of parsing again. */
function shareCopies<Answer>(answer: Answer, others: readonly PromiseWithResolvers<Answer>[]): void {
  for (const { resolve, reject } of others) {
    try {
      resolve(cloneJson(answer));
    } catch (error) {
      reject(error);
    }
  }
}
