import { OperationTypeNode, execute, subscribe, type ExecutionResult, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import { createExecutor, type Executor } from './executor.js';
import { generateOperation, type GeneratedOperation } from './testing/generate-operation.js';
import { LIBRARY, LIBRARY_MONOLITH, LIBRARY_VALUES } from './testing/library.js';
import { composeLocal, createLocalTransports, createMonolith } from './testing/local-graph.js';

const QUERY_COUNT = 1500;
const SUBSCRIPTION_COUNT = 500;
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('generated operations have the same answers from five subgraphs as from one schema with their resolvers', () => {
  let executor: Executor<undefined>;
  let monolith: GraphQLSchema;

  beforeAll(() => {
    executor = createExecutor<undefined>({
      supergraphSdl: composeLocal(LIBRARY),
      transports: createLocalTransports(LIBRARY),
      onSubgraphFailure: (_, error) => { throw error; },
    });
    monolith = createMonolith(executor.apiSchema, LIBRARY, LIBRARY_MONOLITH);
  });

  it.each(seeds(QUERY_COUNT))('query of seed %i', async (seed) => {
    const generated = generateOperation(executor.apiSchema, { seed, values: LIBRARY_VALUES });
    const { document, operationName, variables } = generated;
    const ours = await executor.execute({ document, operationName, variables, context: undefined });
    const expected = await execute({ schema: monolith, document, operationName, variableValues: variables });
    expectSame(generated, [ours], [expected]);
  });

  it.each(seeds(SUBSCRIPTION_COUNT))('subscription of seed %i', async (seed) => {
    const generated = generateOperation(executor.apiSchema, { seed, values: LIBRARY_VALUES, operation: OperationTypeNode.SUBSCRIPTION });
    const { document, operationName, variables } = generated;
    const ours = await executor.subscribe({ document, operationName, variables, context: undefined });
    const expected = await subscribe({ schema: monolith, document, operationName, variableValues: variables });
    expectSame(generated, await toEvents(ours), await toEvents(expected));
  });
});

async function toEvents<Result extends object>(results: AsyncIterable<Result> | Result): Promise<Result[]> {
  if (!(Symbol.asyncIterator in results)) return [results];
  const events: Result[] = [];
  for await (const event of results) events.push(event);
  return events;
}

/**
 * Data in the same order of keys too, and the errors that resolvers gave it. One schema has errors of its own for entities that are gone, where
 * we have a null; never the other way round.
 */
function expectSame(generated: GeneratedOperation, ours: FormattedExecutionResult[], expected: ExecutionResult[]): void {
  const { seed, text, variables } = generated;
  const toComparable = (results: readonly FormattedExecutionResult[]) => ({
    seed, text, variables,
    data: JSON.stringify(results.map(({ data }) => data), null, 2),
    errors: results.map((result) => toRefusals(result)),
  });
  const overTheWire = JSON.parse(JSON.stringify(expected)) as FormattedExecutionResult[];
  expect(toComparable(ours)).toEqual(toComparable(overTheWire));
  const additional = ours.filter(({ errors }, index) => errors && !overTheWire[index]?.errors).map(({ errors }) => errors);
  expect({ seed, text, variables, additional }).toEqual({ seed, text, variables, additional: [] });
}

/** Of what went up as a null, how many errors remain depends on how the work was shared out; so only those whose object is still there. */
function toRefusals({ data, errors = [] }: FormattedExecutionResult): string[] {
  const isThere = (path: readonly (string | number)[]): boolean => {
    const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key], data);
    return parent !== null && parent !== undefined;
  };
  return errors
    .filter(({ path, extensions }) => isThere(path ?? []) && extensions?.code !== undefined && extensions.code !== 'INTERNAL_SERVER_ERROR')
    .map(({ message, path, extensions }) => JSON.stringify({ message, path, code: extensions?.code }))
    .sort();
}
