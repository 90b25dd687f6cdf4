import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { ERROR_CODES } from '@secondlife/platform/error-code';
import type { LiveCounts, LiveEvent } from '../live/live-queries.js';
import type { CacheSize } from '../planning/planner.js';
import type { PlannerKind } from '../planning/process/messages.js';
import type { BreakerState, TransportHooks } from '../transport/transport-policy.js';
import { createOperationNames, type OperationNamesOptions } from './operation-names.js';

/**
 * What became of an operation: answered without or with errors, not run for what it is or who asks, or given up for what nobody
 * expected.
 */
export type OperationOutcome = 'ok' | 'errors' | 'refused' | 'failed';

/** An operation that is over; of a subscription, one that has begun or was refused. */
export interface OperationFigures {
  name: string | undefined;
  /** `unknown` where it was refused before that was known. */
  type: string;
  outcome: OperationOutcome;
  /** Codes of its errors, each once. */
  codes: readonly string[];
  seconds: number;
}

/** What is counted; each of these is to be called when it happens, and none throws. */
export interface GatewayMetrics {
  onOperation(figures: OperationFigures): void;
  /** `seconds` is how long an operation waited for its plan. */
  onPlanLookup(isKept: boolean, seconds: number): void;
  onPlan(planner: PlannerKind): void;
  onLiveEvent(event: LiveEvent): void;
  /** A subgraph is there: its circuit is told of from the beginning. */
  onSubgraph(subgraph: string): void;
  transportHooks: Required<TransportHooks>;
  /** From where figures come that are read when they are asked for. */
  watch(sources: GaugeSources): void;
}

export interface GaugeSources {
  getLiveCounts(): LiveCounts;
  /** Of the newest supergraph's plans. */
  getPlanCacheSize(): CacheSize;
}

export interface GatewayMetricsOptions {
  registry: Registry;
  names?: OperationNamesOptions;
}

const STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const PLAN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1, 3];
const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/** The gateway's metrics in a registry, which must not have them yet. Every label has a bounded number of values, whatever strangers send. */
export function createGatewayMetrics({ registry, names: namesOptions }: GatewayMetricsOptions): GatewayMetrics {
  const registers = [registry];
  const names = createOperationNames(namesOptions);
  const counter = (name: string, help: string, ...labelNames: string[]) => new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  const operations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'Time from a read request to its answer, or to the beginning of a subscription',
    labelNames: ['operation', 'type', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const refused = counter('graphql_operations_refused_total', 'Operations that were not run, by the code of their first error', 'code');
  const fetches = new Histogram({
    name: 'gateway_fetch_duration_seconds',
    help: 'Time of a fetch from a subgraph, with its retries',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const retries = counter('gateway_fetch_retries_total', 'Fetches that were sent again, by why the try before failed', 'subgraph', 'reason');
  const shared = counter('gateway_fetches_shared_total', 'Fetches that had the answer of another that was under way', 'subgraph');
  const circuits = new Gauge({ name: 'gateway_circuit_state', help: '1 for the state that the circuit breaker of a subgraph is in', labelNames: ['subgraph', 'state'], registers });
  const planHits = counter('gateway_plan_cache_hits_total', 'Operations whose plan was kept');
  const planMisses = counter('gateway_plan_cache_misses_total', 'Operations that waited for a plan');
  const planning = new Histogram({ name: 'gateway_plan_duration_seconds', help: 'Time for which an operation waited for its plan, where none was kept', buckets: PLAN_SECONDS, registers });
  const plans = counter('gateway_plans_total', 'Plans made, by planner', 'planner');
  const liveEvents = counter('gateway_live_events_total', 'What happened to subscriptions', 'event');

  const setState = (subgraph: string, current: BreakerState): void => {
    for (const state of STATES) circuits.set({ subgraph, state }, state === current ? 1 : 0);
  };

  return {
    onOperation({ name, type, outcome, codes, seconds }) {
      const [code = 'none'] = codes;
      if (outcome === 'refused') refused.inc({ code: CODES.has(code) ? code : 'other' });
      operations.observe({ operation: type === 'unknown' ? 'unknown' : names.toLabel(name), type, outcome }, seconds);
    },
    onPlanLookup(isKept, seconds) {
      if (isKept) return planHits.inc();
      planMisses.inc();
      planning.observe(seconds);
    },
    onPlan: (planner) => plans.inc({ planner }),
    onLiveEvent: (event) => liveEvents.inc({ event }),
    onSubgraph: (subgraph) => setState(subgraph, 'closed'),
    transportHooks: {
      onFetch: (subgraph, outcome, seconds) => fetches.observe({ subgraph, outcome }, seconds),
      onRetry: (subgraph, _retry, reason) => retries.inc({ subgraph, reason }),
      onShare: (subgraph) => shared.inc({ subgraph }),
      onStateChange: setState,
    },
    watch({ getLiveCounts, getPlanCacheSize }) {
      gauge('gateway_subscriptions', 'Subscriptions of clients', () => getLiveCounts().subscriptions);
      gauge('gateway_subscriptions_waiting', 'Subscriptions whose client has no room for more', () => getLiveCounts().waiting);
      gauge('gateway_lanes', 'Upstream subscriptions, each shared by those who may share it', () => getLiveCounts().lanes);
      gauge('gateway_plan_cache_entries', 'Plans that are kept', () => getPlanCacheSize().entries);
      gauge('gateway_plan_cache_bytes', 'About what the kept plans take in memory', () => getPlanCacheSize().bytes);
    },
  };
}
