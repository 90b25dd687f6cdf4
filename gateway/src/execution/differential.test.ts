import {
  OperationTypeNode, TypeInfo, execute, isInterfaceType, isObjectType, subscribe, visit, visitWithTypeInfo,
  type ExecutionResult, type FormattedExecutionResult, type GraphQLSchema,
} from 'graphql';
import { createExecutor, type Executor } from './executor.js';
import { createLogger } from '@secondlife/platform/log';
import { listen } from '../live/testing/listen.js';
import { createPlannerService } from '../planning/planner-service.js';
import type { PlannerKind } from '../planning/process/messages.js';
import { generateOperation, type GeneratedOperation } from './testing/generate-operation.js';
import { LIBRARY, LIBRARY_MONOLITH, LIBRARY_OF_OBJECTS, LIBRARY_VALUES } from './testing/library.js';
import { composeLocal, createLocalTransports, createMonolith, type LocalSubgraph } from './testing/local-graph.js';

const QUERY_COUNT = 150;
const SUBSCRIPTION_COUNT = 50;
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Apollo's planner knows all that a supergraph can say; what selects an interface object is not for the fast one, which takes the rest. */
describe.each<[PlannerKind, string, readonly LocalSubgraph[], number]>([
  ['hive', 'fast', LIBRARY_OF_OBJECTS, 0.85],
  ['apollo', 'thorough', LIBRARY, 0.7],
])('generated operations, planned by %s (%s), have the same answers from five subgraphs as from one schema with their resolvers', (planner, _, subgraphs, leastShare) => {
  const plans = { hive: 0, apollo: 0 };
  const planners = createPlannerService({ log: createLogger({ name: 'test', level: 'silent' }), onPlan: (kind) => { plans[kind] += 1; }, timeLimitsMs: { hive: 1_000, apollo: 60_000 } });
  let executor: Executor<unknown>;
  let monolith: GraphQLSchema;
  let queries: GeneratedOperation[];
  let subscriptions: GeneratedOperation[];

  beforeAll(async () => {
    executor = createExecutor<unknown>({
      supergraph: await planners.load(composeLocal(subgraphs)),
      transports: createLocalTransports(subgraphs),
      onSubgraphFailure: (_, error) => { throw error; },
    });
    const { apiSchema } = executor;
    monolith = createMonolith(apiSchema, subgraphs, LIBRARY_MONOLITH);
    queries = seeds(QUERY_COUNT).map((seed) => generateOperation(apiSchema, { seed, values: LIBRARY_VALUES }));
    subscriptions = seeds(SUBSCRIPTION_COUNT).map((seed) => generateOperation(apiSchema, { seed, values: LIBRARY_VALUES, operation: OperationTypeNode.SUBSCRIPTION }));
  });

  afterAll(() => { planners.dispose(); });

  it('select every field that can be queried or subscribed to', () => {
    const { apiSchema } = executor;
    const selected = new Set<string>();
    const typeInfo = new TypeInfo(apiSchema);
    const visitor = visitWithTypeInfo(typeInfo, { Field: ({ name }) => { selected.add(`${String(typeInfo.getParentType())}.${name.value}`); } });
    for (const { document } of [...queries, ...subscriptions]) visit(document, visitor);
    const types = Object.values(apiSchema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    const fields = types.filter(({ name }) => !name.startsWith('__') && name !== 'Mutation').flatMap((type) => (
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
    ));
    expect(fields.filter((field) => !selected.has(field))).toEqual([]);
  });

  it.each(seeds(QUERY_COUNT))('query of seed %i', async (seed) => {
    const generated = queries[seed - 1]!;
    const { document, operationName, variables } = generated;
    const ours = await executor.execute({ document, operationName, variables, context: undefined });
    const expected = await execute({ schema: monolith, document, operationName, variableValues: variables });
    expectSame(generated, [ours], [expected]);
  });

  it.each(seeds(SUBSCRIPTION_COUNT))('subscription of seed %i', async (seed) => {
    const generated = subscriptions[seed - 1]!;
    const { document, operationName, variables } = generated;
    const ours = listen(executor, { document, operationName, variables });
    const expected = await subscribe({ schema: monolith, document, operationName, variableValues: variables });
    expectSame(generated, await Array.fromAsync(ours), Symbol.asyncIterator in expected ? await Array.fromAsync(expected) : [expected]);
  });

  it('are planned by that planner, but for what is beyond it', () => {
    expect(plans[planner]).toBeGreaterThan(leastShare * (plans.hive + plans.apollo));
  });
});

/**
 * Data in the same order of keys too, and the errors that resolvers gave it. One schema has errors of its own for entities that are gone, where
 * we have a null; never the other way round.
 */
function expectSame(generated: GeneratedOperation, ours: FormattedExecutionResult[], expected: ExecutionResult[]): void {
  const { seed, text, variables } = generated;
  const toComparable = (results: readonly FormattedExecutionResult[]) => ({
    seed, text, variables,
    data: JSON.stringify(results.map(({ data }) => data), null, 2),
    errors: results.map((result) => toErrors(result).filter(({ code }) => code !== undefined && code !== 'INTERNAL_SERVER_ERROR')),
  });
  const overTheWire = JSON.parse(JSON.stringify(expected)) as FormattedExecutionResult[];
  expect(toComparable(ours)).toEqual(toComparable(overTheWire));
  const additional = ours.flatMap((result, index) => (overTheWire[index]?.errors ? [] : toErrors(result)));
  expect({ seed, text, variables, additional }).toEqual({ seed, text, variables, additional: [] });
}

/**
 * The errors that say why there is a null where they point to. A plan may fetch more than was asked for, and tell an error of that at an object
 * which is there; and how many errors remain of what went up as a null depends on how the work was shared out.
 */
function toErrors({ data, errors = [] }: FormattedExecutionResult) {
  const valueAt = (path: readonly (string | number)[]): unknown => (
    path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], data)
  );
  return errors
    .map(({ message, path = [], extensions }) => ({ message, path, code: extensions?.code }))
    .filter(({ path }) => valueAt(path) === null && (valueAt(path.slice(0, -1)) ?? null) !== null)
    .sort((a, b) => a.path.join().localeCompare(b.path.join()));
}
