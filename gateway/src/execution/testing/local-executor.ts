import type { ReadableStream } from 'node:stream/web';
import { parse, type FormattedExecutionResult } from 'graphql';
import { listen } from '../../live/testing/listen.js';
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
  subscribe(query: string, variables?: Variables): ReadableStream<FormattedExecutionResult>;
}

export interface LocalExecutorOptions extends Pick<ExecutorOptions<unknown>, 'acceptTimeoutMs'> {
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
  const onSubgraphFailure = (serviceName: string, error: unknown): void => void failures.push({ serviceName, error });
  const executor = createExecutor<unknown>({
    ...options,
    supergraph,
    transports: new Map([...local].map(([name, transport]): [string, Transport] => [name, { ...transport, ...transports[name] }])),
    onSubgraphFailure,
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
    subscribe: (query, variables) => listen(executor, { document: parse(query), variables }, onSubgraphFailure),
  };
}
