import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { toInterrupted } from '../execution/errors.js';
import type { Refused } from '../execution/executor.js';
import { createLaneIndex } from './lane-index.js';
import { createLane, type Lane, type LivePlan, type Subscriber } from './lane.js';
import { createSharedAnswer, type Receiver } from './receiver.js';
import { asNobody, toLasting, toViewerKey } from './viewer-key.js';

/** What happens to live queries, for whoever counts it. */
export type LiveEvent = 'shared' | 'opened' | 'merged' | 'reopened' | 'crowded-out' | 'resumed' | 'replanned';

export interface LiveQueriesOptions<Operation> {
  /** Plans an operation by the newest supergraph; why it can't run, or may not for this viewer, are errors. */
  prepare(operation: Operation, call: SubgraphCall): Promise<LivePlan | Refused>;
  /** What of an answer may leave the process. */
  mask(result: FormattedExecutionResult, call: SubgraphCall): FormattedExecutionResult;
  onFailure?(serviceName: string, error: unknown): void;
  observe?(event: LiveEvent): void;
}

export interface LiveRequest<Operation> {
  operation: Operation;
  call: SubgraphCall;
  receiver: Receiver;
  /** In place of the number that the operation has. */
  after?: number | undefined;
}

/** A live query that goes on until it ends or is left. */
export interface Subscription {
  isResumable: boolean;
  leave(): void;
}

/** How many there are of what. */
export interface LiveCounts {
  subscriptions: number;
  lanes: number;
  /** Subscriptions whose client has no room for more. */
  waiting: number;
}

/** All live queries of a process. */
export interface LiveQueries<Operation> {
  /**
   * The receiver is told all that comes, should its subgraph refuse it, that too. Resolves with what ends it without another word, or
   * with why it can't run: then the receiver is told nothing.
   */
  subscribe(request: LiveRequest<Operation>): Promise<Subscription | Refused>;
  /** To be called when there is a new supergraph: what still fits goes on, what does not is ended with the reason. */
  reload(): Promise<void>;
  getCounts(): LiveCounts;
  /** Ends all without a word. */
  dispose(): void;
}

/** After so many lanes or subscribers, a reload lets others work. */
const isTimeToRest = (count: number): boolean => count % 50 === 49;

/** Shares upstream subscriptions among those who may share them, and moves subscribers between them so that nobody loses an event. */
export function createLiveQueries<Operation>({ prepare, mask, onFailure = () => undefined, observe = () => undefined }: LiveQueriesOptions<Operation>): LiveQueries<Operation> {
  const index = createLaneIndex();
  const operations = new WeakMap<Lane, Operation>();
  /** The plan by which a lane's subscribers go on once they have a number. */
  const nextPlans = new WeakMap<Lane, LivePlan>();
  const waiting = new Set<Subscriber>();
  let reloads = 0;
  /** After which reload a plan was made. */
  const reloadOf = new WeakMap<LivePlan, number>();

  const isNewest = (plan: LivePlan): boolean => reloadOf.get(plan) === reloads;

  const toKey = (plan: LivePlan, call: SubgraphCall): string =>
    plan.isPublic ? `public ${call.viewer.language} ${plan.key}` : `${toViewerKey(call)} ${plan.key}`;

  function openLane(plan: LivePlan, operation: Operation, { call, last }: Subscriber, isContinuation: boolean): Lane {
    const lane = createLane({
      key: toKey(plan, call),
      plan,
      call: plan.isPublic ? asNobody(call) : toLasting(call),
      after: last,
      isContinuation,
      mask,
      onFailure,
      onReopen: () => observe('reopened'),
      onDelivered,
      onCrowdedOut,
      onOver: index.delete,
    });
    operations.set(lane, operation);
    index.add(lane);
    return lane;
  }

  /** By a newer plan where there is one: the reload that is under way would miss a lane that is opened by an older one. */
  function join(plan: LivePlan, operation: Operation, subscriber: Subscriber, isContinuation: boolean): void {
    if (!isNewest(plan)) return void joinAgain(operation, subscriber, isContinuation);
    const found = index.find(toKey(plan, subscriber.call), subscriber.last, plan.isResumable);
    observe(found ? 'shared' : 'opened');
    const lane = found ?? openLane(plan, operation, subscriber, isContinuation);
    lane.add(subscriber);
    if (!found) lane.open();
  }

  function onDelivered(lane: Lane): void {
    const nextPlan = nextPlans.get(lane);
    if (nextPlan) return moveAll(lane, nextPlan);
    const twin = index.findTwin(lane);
    if (!twin) return;
    const [kept, gone] = isBetter(lane, twin) ? [lane, twin] : [twin, lane];
    kept.absorb(gone);
    observe('merged');
  }

  function onCrowdedOut(lane: Lane, subscriber: Subscriber): void {
    const operation = operations.get(lane)!;
    const plan = lane.getPlan();
    waiting.add(subscriber);
    observe('crowded-out');
    subscriber.receiver.whenRoom(() => {
      if (!waiting.delete(subscriber)) return;
      observe('resumed');
      join(plan, operation, subscriber, true);
    });
  }

  async function joinAgain(operation: Operation, subscriber: Subscriber, isContinuation: boolean): Promise<void> {
    waiting.add(subscriber);
    const plan = await prepareAgain(operation, subscriber.call);
    if (!waiting.delete(subscriber)) return;
    if ('errors' in plan) endOne(subscriber, plan);
    else join(plan, operation, subscriber, isContinuation);
  }

  const endOne = ({ receiver, call }: Subscriber, refused: Refused): void => receiver.end(createSharedAnswer(mask(refused, call), null));

  /** Those who have a number go on from it by another plan; the others once they have one. */
  function moveAll(lane: Lane, plan: LivePlan): void {
    const operation = operations.get(lane)!;
    index.hide(lane);
    for (const subscriber of lane.subscribers) {
      if (subscriber.last === null) continue;
      lane.remove(subscriber);
      join(plan, operation, subscriber, true);
    }
    if (lane.subscribers.size > 0) nextPlans.set(lane, plan);
  }

  async function reloadLane(lane: Lane): Promise<void> {
    const operation = operations.get(lane)!;
    if (lane.getPlan().isPublic) return reloadPublicLane(lane, operation);
    const plan = await prepareAgain(operation, lane.call);
    if ('errors' in plan) lane.finish(plan);
    else goOnBy(lane, plan);
  }

  /** Those who share a public answer have each their own rights, and the new supergraph may ask for some: who is refused is ended, who sees less leaves. */
  async function reloadPublicLane(lane: Lane, operation: Operation): Promise<void> {
    const reloadsThen = reloads;
    const plans = new Map<Subscriber, LivePlan>();
    let count = 0;
    // Who joins meanwhile comes last.
    for (const subscriber of lane.subscribers) {
      if (isTimeToRest(count)) await new Promise(setImmediate);
      count += 1;
      const plan = await prepareAgain(operation, subscriber.call);
      if (subscriber.lane !== lane) continue;
      if ('errors' in plan) {
        lane.remove(subscriber);
        endOne(subscriber, plan);
      } else plans.set(subscriber, plan);
    }
    if (reloadsThen !== reloads) return;
    const { key } = lane.getPlan();
    const all = [...plans.values()];
    const kept = all.find((plan) => plan.key === key) ?? all[0];
    if (!kept) return;
    for (const [subscriber, plan] of plans) if (subscriber.lane === lane && plan.key !== kept.key) goOnAlone(lane, operation, subscriber, plan);
    goOnBy(lane, kept);
  }

  function goOnAlone(lane: Lane, operation: Operation, subscriber: Subscriber, plan: LivePlan): void {
    lane.remove(subscriber);
    if (plan.isResumable && subscriber.last !== null) join(plan, operation, subscriber, true);
    else endOne(subscriber, { errors: [toInterrupted()] });
  }

  function goOnBy(lane: Lane, plan: LivePlan): void {
    if (lane.subscribers.size === 0) return;
    const before = lane.getPlan();
    nextPlans.delete(lane);
    const fits = toUpstream(plan) === toUpstream(before) && plan.key === before.key && plan.isPublic === before.isPublic && plan.isResumable === before.isResumable;
    if (fits) lane.swapPlan(plan);
    else if (plan.isResumable && before.isResumable) {
      observe('replanned');
      moveAll(lane, plan);
    } else index.hide(lane);
  }

  /** A plan of the newest supergraph. */
  async function prepareNow(operation: Operation, call: SubgraphCall): Promise<LivePlan | Refused> {
    for (;;) {
      const reloadsThen = reloads;
      const plan = await prepare(operation, call);
      if (reloads !== reloadsThen) continue;
      if (!('errors' in plan)) reloadOf.set(plan, reloads);
      return plan;
    }
  }

  async function prepareAgain(operation: Operation, call: SubgraphCall): Promise<LivePlan | Refused> {
    try {
      return await prepareNow(operation, call);
    } catch (error) {
      return { errors: [{ message: String(error), extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
    }
  }

  return {
    async subscribe({ operation, call, receiver, after }) {
      const plan = await prepareNow(operation, call);
      if ('errors' in plan) return plan;
      const subscriber: Subscriber = { receiver, call, last: (plan.isResumable ? after : undefined) ?? plan.after, lane: null };
      join(plan, operation, subscriber, false);
      return {
        isResumable: plan.isResumable,
        leave() {
          waiting.delete(subscriber);
          subscriber.lane?.remove(subscriber);
        },
      };
    },
    async reload() {
      reloads += 1;
      const mine = reloads;
      for (const [count, lane] of index.all().entries()) {
        if (isTimeToRest(count)) await new Promise(setImmediate);
        if (mine !== reloads) return;
        if (lane.subscribers.size > 0) await reloadLane(lane);
      }
    },
    getCounts() {
      const lanes = index.all();
      return { subscriptions: waiting.size + lanes.reduce((sum, { subscribers }) => sum + subscribers.size, 0), lanes: lanes.length, waiting: waiting.size };
    },
    dispose() {
      waiting.clear();
      for (const lane of index.all()) for (const subscriber of lane.subscribers) lane.remove(subscriber);
    },
  };
}

/** Of two at the same number, the one that is open, then the larger one is kept. */
function isBetter(one: Lane, other: Lane): boolean {
  if (one.isOpen() !== other.isOpen()) return one.isOpen();
  return one.subscribers.size >= other.subscribers.size;
}

const toUpstream = ({ serviceName, request }: LivePlan): string => JSON.stringify([serviceName, request]);
