import type { FormattedExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from '@secondlife/platform/log';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { PlanLookup } from '../execution/executor.js';
import type { GatewayMetrics, OperationOutcome } from './gateway-metrics.js';
import { createBeginTrace, type Fetch, type TraceCarrier } from './operation-trace.js';

/** Severity of the line that each operation writes; false: none. */
export type OperationLog = 'info' | 'debug' | false;

export interface OperationObserverOptions {
  metrics: GatewayMetrics;
  log: Logger;
  operationLog: OperationLog;
}

/** By which way an operation came: one answer over HTTP, an event stream, or a WebSocket. */
export type Door = 'http' | 'stream' | 'socket';

/** What an answer, or a refusal, is judged by. */
type Result = Pick<FormattedExecutionResult, 'data'> & { errors?: readonly GraphQLFormattedError[] };

/** An operation that is under way. */
export interface ObservedOperation {
  /** It has been read and is valid. */
  read(operation: OperationDefinitionNode): void;
  /** It has its answer, or why it has none. What comes after that is not heard. */
  end(result: Result): void;
  /** As a subscription it goes on from here; returns what is to be called once when that is over, null where nobody listens. */
  begin(): ((codes: readonly string[]) => void) | null;
}

/** Counts, times, traces and logs operations, whichever door they come by. An operation is known by its call's viewer, which is an object of its own. */
export interface OperationObserver {
  /** An operation has come, and is under way until it ends. */
  start(call: SubgraphCall, door: Door, carrier?: TraceCarrier): ObservedOperation;
  /** The operation of a call, while it is under way. */
  find(call: SubgraphCall): ObservedOperation | undefined;
  /** Whether anybody listens to how subscriptions end. */
  tellsEnds(): boolean;
  onPlanLookup(call: SubgraphCall | undefined, lookup: PlanLookup): void;
  /** Its static cost is known: to be called before it runs, or is refused for it. */
  onCost(call: SubgraphCall, cost: number): void;
  /** Asks a subgraph, as a part of the call's operation. */
  fetch(subgraph: string, call: SubgraphCall, fetch: Fetch): Promise<FormattedExecutionResult>;
}

interface Heard extends ObservedOperation {
  onCost(cost: number): void;
  onPlanLookup(lookup: PlanLookup): void;
  fetch(subgraph: string, call: SubgraphCall, fetch: Fetch): Promise<FormattedExecutionResult>;
}

const MAX_NAME_LENGTH = 100;
const MAX_CODES = 5;

export function createOperationObserver({ metrics, log, operationLog }: OperationObserverOptions): OperationObserver {
  const underWay = new WeakMap<SignedViewer, Heard>();
  const beginTrace = createBeginTrace();
  // What it writes holds no secret, and looking for one takes as long as the rest of the line.
  const lines = log.child({}, { redact: [] });
  const isTold = (): boolean => operationLog !== false && lines.isLevelEnabled(operationLog);
  const write = (viewer: SignedViewer, operation: object, message: string): void => {
    if (operationLog) lines[operationLog]({ requestId: viewer.requestId, viewerId: viewer.userId, operation }, message);
  };

  function hear({ viewer }: SubgraphCall, door: Door, carrier: TraceCarrier | undefined): Heard {
    const startedMs = performance.now();
    const trace = beginTrace(carrier);
    let name: string | undefined;
    let type = 'unknown';
    let cost: number | null = null;
    let fetches = 0;
    let isPlanKept: boolean | null = null;

    const stop = (outcome: OperationOutcome, codes: readonly string[], message: string): void => {
      underWay.delete(viewer);
      const durationMs = performance.now() - startedMs;
      metrics.onOperation({ name, type, outcome, codes, seconds: durationMs / 1_000 });
      trace?.end(outcome === 'ok' ? null : (codes[0] ?? outcome));
      if (!isTold()) return;
      const told = { door, name: name?.slice(0, MAX_NAME_LENGTH) ?? null, type, outcome, ...(codes.length > 0 && { codes }), durationMs: round(durationMs), cost, fetches, isPlanKept };
      write(viewer, told, message);
    };

    const heard: Heard = {
      read({ operation, name: named }) {
        type = operation;
        name = named?.value;
        trace?.set({ 'graphql.operation.type': type, ...(name && { 'graphql.operation.name': name.slice(0, MAX_NAME_LENGTH) }), 'request.id': viewer.requestId });
      },
      end(result) {
        if (underWay.get(viewer) !== heard) return;
        const codes = toCodes(result.errors);
        stop(toOutcome(result, codes), codes, 'operation');
      },
      begin() {
        stop('ok', [], 'subscription begun');
        return isTold() ? createEnd(viewer, { door, name: name?.slice(0, MAX_NAME_LENGTH) ?? null, cost }, startedMs) : null;
      },
      onCost(counted) {
        cost = counted;
        trace?.set({ 'gateway.operation.cost': counted });
      },
      onPlanLookup(lookup) {
        isPlanKept = lookup.isKept;
        trace?.plan(lookup);
      },
      fetch(subgraph, call, fetch) {
        fetches += 1;
        return trace ? trace.fetch(subgraph, call, fetch) : fetch(call);
      },
    };
    return heard;
  }

  /** Keeps no more than it tells: there is one for each subscription, for as long as that lasts. */
  const createEnd = (viewer: SignedViewer, told: { door: Door; name: string | null; cost: number | null }, startedMs: number) => (codes: readonly string[]): void => {
    const outcome: OperationOutcome = codes.length > 0 ? 'errors' : 'ok';
    write(viewer, { ...told, type: 'subscription', outcome, ...(codes.length > 0 && { codes }), durationMs: round(performance.now() - startedMs) }, 'subscription ended');
  };

  return {
    start(call, door, carrier) {
      const heard = hear(call, door, carrier);
      underWay.set(call.viewer, heard);
      return heard;
    },
    tellsEnds: isTold,
    find: ({ viewer }) => underWay.get(viewer),
    onPlanLookup(call, lookup) {
      metrics.onPlanLookup(lookup.isKept, (lookup.endedMs - lookup.startedMs) / 1_000);
      if (call) underWay.get(call.viewer)?.onPlanLookup(lookup);
    },
    onCost({ viewer }, cost) {
      underWay.get(viewer)?.onCost(cost);
    },
    fetch(subgraph, call, fetch) {
      const heard = underWay.get(call.viewer);
      return heard ? heard.fetch(subgraph, call, fetch) : fetch(call);
    },
  };
}

const NO_CODES: readonly string[] = [];
const round = (durationMs: number): number => Math.round(durationMs * 100) / 100;

function toCodes(errors: readonly GraphQLFormattedError[] | undefined): readonly string[] {
  if (!errors?.length) return NO_CODES;
  const codes = errors.map(({ extensions }) => extensions?.['code']).map((code) => (typeof code === 'string' ? code.slice(0, MAX_NAME_LENGTH) : 'none'));
  return [...new Set(codes)].slice(0, MAX_CODES);
}

function toOutcome({ data, errors }: Result, codes: readonly string[]): OperationOutcome {
  if (!errors?.length) return 'ok';
  if (data !== undefined) return 'errors';
  return codes.includes('INTERNAL_SERVER_ERROR') ? 'failed' : 'refused';
}
