import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Context } from '@opentelemetry/api';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { SubgraphFailure } from '@secondlife/platform/subgraph/subgraph-failure';
import type { PlanLookup } from '../execution/executor.js';

/** Headers, or what else may say which trace something belongs to. */
export type TraceCarrier = Readonly<Record<string, unknown>>;

/** The trace of one operation. */
export interface OperationTrace {
  set(attributes: Attributes): void;
  /** After the fact. */
  plan(lookup: PlanLookup): void;
  /** The call that `fetch` is given carries the trace on. */
  fetch(subgraph: string, call: SubgraphCall, fetch: Fetch): Promise<FormattedExecutionResult>;
  /** @param errorType null: without errors */
  end(errorType: string | null): void;
}

/** Asks a subgraph. */
export type Fetch = (call: SubgraphCall) => Promise<FormattedExecutionResult>;

/** Begins the trace of an operation, in that of its carrier; null where nobody has set OpenTelemetry up. */
export type BeginTrace = (carrier: TraceCarrier | undefined) => OperationTrace | null;

/** Contexts go from hand to hand here, not by way of the process' asynchronous context, which costs more than all the spans. */
export function createBeginTrace(): BeginTrace {
  const tracer = trace.getTracer('secondlife-gateway');

  return (carrier) => {
    const parent = toParent(carrier);
    const span = tracer.startSpan('graphql.operation', { kind: SpanKind.SERVER }, parent);
    if (!trace.isSpanContextValid(span.spanContext())) return null;
    const context = trace.setSpan(parent, span);

    return {
      set: (attributes) => void span.setAttributes(attributes),
      plan({ isKept, startedMs, endedMs }) {
        tracer.startSpan('graphql.plan', { startTime: startedMs, attributes: { 'gateway.plan.kept': isKept } }, context).end(endedMs);
      },
      async fetch(subgraph, call, fetch) {
        const fetching = tracer.startSpan(`graphql.fetch ${subgraph}`, { kind: SpanKind.CLIENT, attributes: { 'gateway.subgraph': subgraph } }, context);
        const headers: Record<string, string> = {};
        propagation.inject(trace.setSpan(context, fetching), headers);
        try {
          const answer = await fetch({ ...call, trace: headers });
          if (answer.errors?.length) fetching.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', 'graphql');
          return answer;
        } catch (error) {
          fetching.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', error instanceof SubgraphFailure ? error.kind : 'unknown');
          throw error;
        } finally {
          fetching.end();
        }
      },
      end(errorType) {
        if (errorType !== null) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', errorType);
        span.end();
      },
    };
  };
}

/** Baggage stays outside: what clients write there would come to subgraphs. */
function toParent(carrier: TraceCarrier | undefined): Context {
  const caller = carrier && trace.getSpanContext(propagation.extract(ROOT_CONTEXT, carrier));
  return caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
}
