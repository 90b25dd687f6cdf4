import type { FormattedExecutionResult } from 'graphql';
import { withLogContext, type Logger } from '@secondlife/platform/log';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Refused } from '../execution/executor.js';
import { createLiveQueries, type LiveCounts, type LiveEvent, type LiveRequest, type Subscription } from '../live/live-queries.js';
import type { Admit, CostReport } from './admission.js';
import type { TraceCarrier } from '../observability/operation-trace.js';
import type { Graph } from './graph.js';
import { createMask, type Mask } from './mask.js';
import { asItIs, NOBODYS_RIGHTS, type OperationPayload, type ReadyOperation, type Rights } from './prepare.js';
import type { Refusal } from './refusal.js';

export interface LiveGraphOptions {
  graph: Graph;
  admit: Admit;
  observe?: ((event: LiveEvent) => void) | undefined;
  log: Logger;
}

/** An operation that is paid for. */
export interface StartedOperation extends ReadyOperation {
  /** Of the answer to a query or mutation. */
  extensions: CostReport['extensions'];
}

/** What sockets and event streams do with an operation. What it gives is masked, and has the request's id. */
export interface LiveGraph {
  /** Reads an operation, and takes its cost. The rights are those of `call.viewer` from then on; headers are for who observes it. */
  start(payload: OperationPayload, call: SubgraphCall, rights: Rights, carrier?: TraceCarrier): Promise<StartedOperation | Refused>;
  /** Runs a query or mutation that may start. */
  execute(operation: StartedOperation, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** Begins a live query that may start. */
  subscribe(request: LiveRequest<OperationPayload>): Promise<Subscription | Refused>;
  mask: Mask;
  getCounts(): LiveCounts;
  dispose(): void;
}

/** Live queries over a graph: they survive its reloads. */
export function createLiveGraph({ graph, admit, observe, log }: LiveGraphOptions): LiveGraph {
  const inContext = async <T>({ viewer }: SubgraphCall, work: () => Promise<T>): Promise<T> => {
    // On its way out of a context Node leaves an empty one behind, which all that its caller waits for would keep: so it is not the caller's.
    await Promise.resolve();
    return withLogContext({ requestId: viewer.requestId, viewerId: viewer.userId }, work);
  };

  const mask = createMask(log);
  const maskRefused = <T>(result: T | Refused, call: SubgraphCall): T | Refused =>
    typeof result === 'object' && result !== null && 'errors' in result ? { errors: mask({ errors: result.errors }, call).errors! } : result;

  /** What may be seen is asked again with each supergraph, for each who subscribed. */
  const rightsOf = new WeakMap<SignedViewer, Rights>();
  const read = (payload: OperationPayload, { viewer }: SubgraphCall): ReadyOperation | Refusal => graph.prepare(payload, rightsOf.get(viewer) ?? NOBODYS_RIGHTS);

  const start = async (payload: OperationPayload, call: SubgraphCall): Promise<StartedOperation | Refused> => {
    const ready = read(payload, call);
    if ('errors' in ready) return ready;
    const { refusal, report } = await admit(ready, call);
    return refusal ?? { ...ready, extensions: report?.extensions };
  };

  const live = createLiveQueries<OperationPayload>({
    async prepare(payload, call) {
      const ready = read(payload, call);
      if ('errors' in ready) return ready;
      const { executor, document, operation, variables, complete } = ready;
      const prepared = await executor.prepareSubscription({ document, operationName: operation.name?.value, variables, context: call });
      if ('errors' in prepared || complete === asItIs) return prepared;
      return {
        ...prepared,
        async answer(...given: Parameters<typeof prepared.answer>) {
          const { seq, result } = await prepared.answer(...given);
          return { seq, result: complete(result) };
        },
      };
    },
    mask,
    onFailure: (subgraph, error) => log.warn({ err: error, subgraph }, 'a subgraph failed'),
    ...(observe && { observe }),
  });
  const stopListening = graph.onReload(() => {
    live.reload().catch((error: unknown) => log.error({ err: error }, 'live queries could not be moved to the new supergraph'));
  });

  return {
    start(payload, call, rights) {
      rightsOf.set(call.viewer, rights);
      return inContext(call, async () => maskRefused(await start(payload, call), call));
    },
    async execute({ extensions, ...ready }, call) {
      const result = await inContext(call, () => graph.run(ready, call));
      return extensions ? { ...result, extensions: { ...extensions } } : result;
    },
    subscribe: (request) => inContext(request.call, async () => maskRefused(await live.subscribe(request), request.call)),
    mask,
    getCounts: live.getCounts,
    dispose() {
      stopListening();
      live.dispose();
    },
  };
}
