import type { FormattedExecutionResult } from 'graphql';

/** An answer, serialised once for all who get it. */
export interface SharedAnswer {
  /** The event's number; null where it has none. */
  seq: number | null;
  /** The answer as JSON. */
  json: string;
  /** The answer as a transport frames it: `frame` is called once for all receivers that give the same one. */
  toBytes(frame: (answer: SharedAnswer) => Buffer): Buffer;
}

/** Where the answers of one subscription go. */
export interface Receiver {
  /** Takes an answer; false: there is no room for it, and it was not taken. */
  next(answer: SharedAnswer): boolean;
  /** Says the last answer, where there is one, and that no more follow. Both are taken whether or not there is room. */
  end(answer: SharedAnswer | null): void;
  /** Calls `listener` once when there is room again. */
  whenRoom(listener: () => void): void;
}

/** Serialises an answer when it is first needed. */
export function createSharedAnswer(result: FormattedExecutionResult, seq: number | null): SharedAnswer {
  const framed = new Map<(answer: SharedAnswer) => Buffer, Buffer>();
  let json: string | undefined;
  const answer: SharedAnswer = {
    seq,
    get json() {
      return (json ??= JSON.stringify(result));
    },
    toBytes(frame) {
      const known = framed.get(frame);
      if (known) return known;
      const bytes = frame(answer);
      framed.set(frame, bytes);
      return bytes;
    },
  };
  return answer;
}
