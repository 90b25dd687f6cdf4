import { OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { createLogger } from '@secondlife/platform/log';
import { listen } from '../../../live/testing/listen.js';
import { loadInProcess } from '../../../planning/in-process.js';
import type { LoadedSupergraph } from '../../../planning/loaded-supergraph.js';
import { createPlannerService } from '../../../planning/planner-service.js';
import type { PlannerKind } from '../../../planning/process/messages.js';
import { createExecutor } from '../../executor.js';
import { composeLocal, createLocalTransports, type LocalSubgraph, type LocalTransport, type Resolver, type Resolvers } from '../../testing/local-graph.js';

/** An operation over a graph, and what it has to give. */
export interface FederationCase {
  query: string;
  variables?: Record<string, unknown>;
  /** Of a subscription, that of each event. */
  data: unknown;
  /** Code and path of each error, as in `FORBIDDEN me.name`, in any order. Default: none. */
  errors?: readonly string[];
  /** The subgraphs that are asked, one name for each request, in any order. */
  asked?: readonly string[];
  /** The planner whose plan is taken where both are there. Default: `hive`. */
  planner?: PlannerKind;
  /** Apollo's planner is known to be wrong here; the case says when that has changed. */
  isBeyondApollo?: boolean;
}

/** Makes tests of cases over one graph, each planned by Apollo's planner alone, and by the service that has both. */
export type DescribeGraph = (name: string, subgraphs: readonly LocalSubgraph[], cases: Readonly<Record<string, FederationCase>>) => void;

/** Starts the planners for a file of cases, and ends them after it. */
export function createGraphCases(): DescribeGraph {
  const planned: PlannerKind[] = [];
  const service = createPlannerService({
    log: createLogger({ name: 'test', level: 'silent' }), onPlan: (kind) => planned.push(kind), timeLimitsMs: { hive: 10_000, apollo: 60_000 },
  });
  afterAll(() => { service.dispose(); });

  return (name, subgraphs, cases) => {
    describe(name, () => {
      let supergraphSdl: string;
      let transports: Map<string, LocalTransport>;
      beforeAll(() => {
        supergraphSdl = composeLocal(subgraphs);
        transports = createLocalTransports(subgraphs);
      });

      describe('planned by Apollo\'s planner alone', () => {
        let supergraph: LoadedSupergraph;
        beforeAll(() => { supergraph = loadInProcess(supergraphSdl); });
        for (const [title, expected] of Object.entries(cases)) {
          const test = expected.isBeyondApollo ? it.failing : it;
          test(title, () => expectCase(supergraph, transports, expected));
        }
      });

      describe('planned by the service', () => {
        let supergraph: LoadedSupergraph;
        beforeAll(async () => { supergraph = await service.load(supergraphSdl); });
        for (const [title, expected] of Object.entries(cases)) {
          const { planner = 'hive' } = expected;
          it(`${title} (${planner})`, async () => {
            planned.splice(0);
            await expectCase(supergraph, transports, expected);
            expect(planned).toEqual([planner]);
          });
        }
      });
    });
  };
}

async function expectCase(supergraph: LoadedSupergraph, transports: ReadonlyMap<string, LocalTransport>, { query, variables, data, errors = [], asked }: FederationCase): Promise<void> {
  const failures: unknown[] = [];
  const requested: string[] = [];
  const onSubgraphFailure = (serviceName: string, error: unknown): void => void failures.push([serviceName, error]);
  const executor = createExecutor<unknown>({
    supergraph,
    transports: new Map([...transports].map(([name, transport]) => [name, {
      ...transport,
      execute: (request, context) => {
        requested.push(name);
        return transport.execute(request, context);
      },
    }])),
    onSubgraphFailure,
  });
  const document = parse(query);
  expect(validate(supergraph.apiSchema, document)).toEqual([]);

  const isSubscription = getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION;
  const answers = isSubscription
    ? await Array.fromAsync(listen(executor, { document, variables }, onSubgraphFailure))
    : [await executor.execute({ document, variables, context: undefined })];
  const given = {
    data: answers.map((answer) => answer.data),
    errors: answers.flatMap((answer) => answer.errors ?? []).map(({ extensions, path = [] }) => `${String(extensions?.['code'])} ${path.join('.')}`.trim()).sort(),
    failures,
    ...asked && { asked: requested.sort() },
  };
  expect(given).toEqual({ data: isSubscription ? data : [data], errors: [...errors].sort(), failures: [], ...asked && { asked: [...asked].sort() } });
}

/** A subgraph in few words. */
export const subgraph = (name: string, sdl: string, resolvers: Resolvers = {}): LocalSubgraph => ({ name, sdl, resolvers });

/** Gives the row that has the same values of a representation's keys, with what the representation has besides; null where there is none. */
export const findBy = (rows: readonly Record<string, unknown>[], ...keys: readonly string[]): Resolver => (reference) => {
  const row = rows.find((candidate) => keys.every((key) => JSON.stringify(candidate[key]) === JSON.stringify(reference[key])));
  return row ? { ...row, ...reference, ...'__typename' in row && { __typename: row['__typename'] } } : null;
};
