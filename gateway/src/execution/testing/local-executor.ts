import { parse, type FormattedExecutionResult } from 'graphql';
import { loadInProcess } from '../../planning/in-process.js';
import type { LoadedSupergraph } from '../../planning/loaded-supergraph.js';
import { createExecutor, type Executor, type ExecutorOptions } from '../executor.js';
import type { SubgraphTransport } from '../transport.js';
import { composeLocal, createLocalTransport, type LocalSubgraph, type LocalTransport } from './local-graph.js';

type Variables = Record<string, unknown>;
type Transport = SubgraphTransport<unknown>;

export interface LocalExecutor {
  executor: Executor<unknown>;
  /** What a subgraph was asked. Throws when it has another transport. */
  requestsTo(serviceName: string): LocalTransport['requests'];
  /** What the hook was told. */
  failures: { serviceName: string; error: unknown }[];
  run(query: string, variables?: Variables): Promise<FormattedExecutionResult>;
  /** Throws when the subscription is refused. */
  subscribe(query: string, variables?: Variables): Promise<AsyncIterableIterator<FormattedExecutionResult>>;
}

export interface LocalExecutorOptions extends Pick<ExecutorOptions<unknown>, 'fetchTimeoutMs' | 'acceptTimeoutMs'> {
  /** Transports that take the place of those into this process, in whole or in part. */
  transports?: Record<string, Partial<Transport>>;
}

/** Composition takes most of the time; tests share what they do not change. */
const supergraphs = new WeakMap<readonly LocalSubgraph[], LoadedSupergraph>();

/** An executor over subgraphs of this process. */
export function createLocalExecutor(subgraphs: readonly LocalSubgraph[], { transports = {}, ...options }: LocalExecutorOptions = {}): LocalExecutor {
  const local = new Map(subgraphs.map((subgraph) => [subgraph.name, createLocalTransport(subgraph)]));
  const supergraph = supergraphs.get(subgraphs) ?? loadInProcess(composeLocal(subgraphs));
  supergraphs.set(subgraphs, supergraph);
  const failures: LocalExecutor['failures'] = [];
  const executor = createExecutor<unknown>({
    ...options,
    supergraph,
    transports: new Map([...local].map(([name, transport]): [string, Transport] => [name, { ...transport, ...transports[name] }])),
    onSubgraphFailure: (serviceName, error) => { failures.push({ serviceName, error }); },
  });
  return {
    executor,
    failures,
    requestsTo(serviceName) {
      const transport = local.get(serviceName);
      if (!transport) throw new Error(`There is no subgraph ${serviceName}.`);
      return transport.requests;
    },
    run: (query, variables) => executor.execute({ document: parse(query), variables, context: undefined }),
    async subscribe(query, variables) {
      const results = await executor.subscribe({ document: parse(query), variables, context: undefined });
      if (!(Symbol.asyncIterator in results)) throw new Error(`The subscription was refused: ${JSON.stringify(results)}`);
      return results;
    },
  };
}
