import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { PreparedSubscription, LiveAnswer } from '../execution/subscription.js';
import { toInterrupted } from '../execution/errors.js';
import { createSharedAnswer, type Receiver, type SharedAnswer } from './receiver.js';
import { toRetryDelayMs } from './retry-delay.js';

/** A subscription as its gateway can run it now. */
export type LivePlan = PreparedSubscription<SubgraphCall>;

/** One who subscribed. */
export interface Subscriber {
  receiver: Receiver;
  call: SubgraphCall;
  /** The last number that it has, or needs not have; null: none is known yet. */
  last: number | null;
  /** Null while it waits for room, and once it is over. */
  lane: Lane | null;
}

export interface LaneOptions {
  key: string;
  plan: LivePlan;
  /** On whose behalf the subgraphs are asked. */
  call: SubgraphCall;
  /** The number to go on from; null: from now on. */
  after: number | null;
  /** Whether its first subscriber was subscribed before: then it is not refused when the subgraph can't be reached, but waits. */
  isContinuation: boolean;
  /** What of an answer may leave the process. */
  mask(result: FormattedExecutionResult, call: SubgraphCall): FormattedExecutionResult;
  onFailure(serviceName: string, error: unknown): void;
  /** A try to open it again after its upstream was lost. */
  onReopen(): void;
  /** After an event was given to all. */
  onDelivered(lane: Lane): void;
  /** Somebody had no room, has left the lane, and goes on from its last number. */
  onCrowdedOut(lane: Lane, subscriber: Subscriber): void;
  /** It will give nothing more. */
  onOver(lane: Lane): void;
}

/** One upstream subscription, with all who share it. Nothing goes upstream before `open`. */
export interface Lane {
  readonly key: string;
  readonly call: SubgraphCall;
  readonly subscribers: ReadonlySet<Subscriber>;
  getPlan(): LivePlan;
  /** The number of the last event that was given to all; null: none is known. */
  getPosition(): number | null;
  /** Whether it gives only what is new, so that somebody who wants what comes from now on may join. */
  isLive(): boolean;
  /** Whether its upstream is there, as far as one knows. */
  isOpen(): boolean;
  open(): void;
  add(subscriber: Subscriber): void;
  /** The last one to go ends it. */
  remove(subscriber: Subscriber): void;
  /** Takes in those of a lane that has come to the same number. */
  absorb(other: Lane): void;
  /** From the next event on, answers by this plan; what goes upstream must be the same. */
  swapPlan(plan: LivePlan): void;
  /** Ends it for all, with a last answer where there is one. */
  finish(last: FormattedExecutionResult | null): void;
}

/** Answers that may be worked on at once; they are given in the order of their events. */
const ANSWERS_AHEAD = 8;
/** An upstream that held so long was no failed try. */
const STABLE_AFTER_MS = 5_000;
/** So often a subgraph may fail at what it has accepted before, as one that is starting does; then its errors are told. */
const INTERNAL_FAILURE_LIMIT = 8;

/** A lane without subscribers, not yet open. */
export function createLane(options: LaneOptions): Lane {
  const { key, call, mask, onFailure, onReopen, onDelivered, onCrowdedOut, onOver } = options;
  const subscribers = new Set<Subscriber>();
  let { plan, after: position } = options;
  let isLive = position === null;
  let isOver = false;
  let upstream: AsyncIterableIterator<FormattedExecutionResult> | null = null;
  /** Raised whenever what is open is given up: what still comes of it is of an earlier run, and dropped. */
  let run = 0;
  let hasHeld = options.isContinuation;
  let failedTries = 0;
  /** Null while it is not open. */
  let openedAtMs: number | null = null;
  let retry: NodeJS.Timeout | undefined;
  let answersUnderWay = 0;

  const canResume = (): boolean => plan.isResumable && position !== null;

  async function open(): Promise<void> {
    const mine = (run += 1);
    const given = { last: Promise.resolve() };
    try {
      const events = await plan.open(position, call);
      if (mine !== run) return void events.return?.().catch(() => undefined);
      upstream = events;
      openedAtMs = Date.now();
      hasHeld = true;
      await take(events, given, mine);
    } catch (error) {
      await given.last;
      if (mine === run) lose(error);
    }
  }

  async function take(events: AsyncIterator<FormattedExecutionResult>, given: { last: Promise<void> }, mine: number): Promise<void> {
    for (;;) {
      const next = await events.next();
      if (mine !== run) return;
      if (next.done) {
        await given.last;
        if (mine === run) finish(null);
        return;
      }
      const { value } = next;
      if (isLoss(value)) throw new Error('The subgraph could not go on', { cause: value.errors });
      given.last = give(given.last, answer(value), mine);
      if (answersUnderWay >= ANSWERS_AHEAD) await given.last;
      if (mine !== run) return;
    }
  }

  async function answer(event: FormattedExecutionResult): Promise<LiveAnswer> {
    answersUnderWay += 1;
    try {
      // Without a signal: what is fetched for nobody any more is let run out, as a signal for each event costs more.
      return await plan.answer(event, call);
    } finally {
      answersUnderWay -= 1;
    }
  }

  /** Never rejects. */
  async function give(before: Promise<void>, answering: Promise<LiveAnswer>, mine: number): Promise<void> {
    try {
      const [, { seq, result }] = await Promise.all([before, answering]);
      if (mine === run) deliver(seq, result);
    } catch (error) {
      await before;
      if (mine !== run) return;
      // An event that is none would come again.
      onFailure(plan.serviceName, error);
      finish({ errors: [toInterrupted()] });
    }
  }

  function deliver(seq: number | null, result: FormattedExecutionResult): void {
    if (seq !== null) {
      if (position !== null && seq <= position) return;
      position = seq;
      failedTries = 0;
    }
    const shared = createSharedAnswer(result.errors ? mask(result, call) : result, seq);
    for (const subscriber of subscribers) giveTo(subscriber, shared);
    if (!isOver) onDelivered(lane);
  }

  function giveTo(subscriber: Subscriber, shared: SharedAnswer): void {
    const { seq } = shared;
    if (seq !== null && subscriber.last !== null && seq <= subscriber.last) return;
    if (subscriber.receiver.next(shared)) {
      if (seq !== null) subscriber.last = seq;
      return;
    }
    if (seq !== null) subscriber.last ??= seq - 1;
    const mayComeBack = plan.isResumable && subscriber.last !== null;
    remove(subscriber);
    if (mayComeBack) onCrowdedOut(lane, subscriber);
    else subscriber.receiver.end(toLast({ errors: [toInterrupted()] }));
  }

  /** Whether a subgraph says that it lost its place, rather than that it refuses: then one goes on from the last number. */
  function isLoss({ data, errors }: FormattedExecutionResult): boolean {
    if (!canResume() || (data !== undefined && data !== null)) return false;
    const code = Array.isArray(errors) ? (errors[0] as { extensions?: { code?: unknown } } | undefined)?.extensions?.code : undefined;
    if (code === 'SUBSCRIPTION_INTERRUPTED' || code === 'SUBGRAPH_UNAVAILABLE') return true;
    return failedTries > 0 && failedTries < INTERNAL_FAILURE_LIMIT && (code === undefined || code === 'INTERNAL_SERVER_ERROR');
  }

  function lose(error: unknown): void {
    closeUpstream();
    onFailure(plan.serviceName, error);
    if (!hasHeld) return finish(plan.toUnavailable());
    if (!canResume()) return finish({ errors: [toInterrupted()] });
    isLive = false;
    if (openedAtMs !== null && Date.now() - openedAtMs > STABLE_AFTER_MS) failedTries = 0;
    openedAtMs = null;
    const delayMs = toRetryDelayMs(failedTries);
    failedTries += 1;
    onReopen();
    if (delayMs === 0) void open();
    else retry = setTimeout(() => void open(), delayMs);
  }

  function closeUpstream(): void {
    run += 1;
    clearTimeout(retry);
    // Not awaited: an upstream that is busy may answer late, and nobody is left to hear of a failure.
    upstream?.return?.().catch(() => undefined);
    upstream = null;
  }

  function end(): void {
    isOver = true;
    closeUpstream();
    onOver(lane);
  }

  function finish(last: FormattedExecutionResult | null): void {
    if (isOver) return;
    end();
    const shared = last && toLast(last);
    for (const subscriber of subscribers) {
      subscriber.lane = null;
      subscriber.receiver.end(shared);
    }
    subscribers.clear();
  }

  const toLast = (result: FormattedExecutionResult): SharedAnswer => createSharedAnswer(mask(result, call), null);

  function remove(subscriber: Subscriber): void {
    subscribers.delete(subscriber);
    subscriber.lane = null;
    if (subscribers.size === 0 && !isOver) end();
  }

  function add(subscriber: Subscriber): void {
    subscriber.last ??= position;
    subscriber.lane = lane;
    subscribers.add(subscriber);
  }

  const lane: Lane = {
    key,
    call,
    subscribers,
    getPlan: () => plan,
    getPosition: () => position,
    isLive: () => isLive,
    isOpen: () => upstream !== null,
    open: () => void open(),
    add,
    remove,
    absorb(other) {
      isLive ||= other.isLive();
      for (const subscriber of other.subscribers) {
        other.remove(subscriber);
        add(subscriber);
      }
    },
    swapPlan(next) {
      plan = next;
    },
    finish,
  };
  return lane;
}
