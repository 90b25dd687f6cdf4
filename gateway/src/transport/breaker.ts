import { BrokenCircuitError, circuitBreaker, CircuitState, handleWhen, SamplingBreaker } from 'cockatiel';
import { SubgraphFailure, type FailureKind } from '@secondlife/platform/subgraph/subgraph-failure';
import type { BreakerPolicy, BreakerState } from './transport-policy.js';

/** Stands before one subgraph, and keeps from asking it while it fails. */
export interface Breaker {
  /** One try; rejects with a SubgraphFailure `circuit-open` at once when there shall be none. */
  run<T>(attempt: () => Promise<T>): Promise<T>;
}

const COUNTED: ReadonlySet<FailureKind> = new Set(['unreachable', 'broken', 'server-error', 'timeout']);
const STATES: Partial<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** Closed, open, half-open: cockatiel's, but that nobody waits for another's test. */
export function createBreaker({ failureRatio, windowMs, minTries, openMs }: BreakerPolicy, onStateChange: (state: BreakerState) => void): Breaker {
  const circuit = circuitBreaker(handleWhen(isCounted), {
    halfOpenAfter: openMs,
    breaker: new SamplingBreaker({ threshold: failureRatio, duration: windowMs, minimumRps: (minTries / windowMs) * 1_000 }),
  });
  circuit.onStateChange((circuitState) => {
    const state = STATES[circuitState];
    if (state) onStateChange(state);
  });

  return {
    run(attempt) {
      if (circuit.state === CircuitState.Closed) return circuit.execute(attempt);
      if (circuit.state === CircuitState.HalfOpen) return Promise.reject(toOpenFailure());
      return circuit.execute(attempt).catch((error: unknown) => {
        throw error instanceof BrokenCircuitError ? toOpenFailure() : error;
      });
    },
  };
}

const isCounted = (error: unknown): boolean => error instanceof SubgraphFailure && COUNTED.has(error.kind);

const toOpenFailure = () => new SubgraphFailure('circuit-open', 'It failed too often, and is left alone for a while.');
