import { readFileSync } from 'node:fs';
import { buildSchema, executeSync, getIntrospectionQuery, parse } from 'graphql';
import { DEFAULT_PER_ADDRESS, DEFAULT_PER_VIEWER } from '../rate/cost-limiter.js';
import { createCostModel, DEFAULT_MAX_COST } from './cost-model.js';

const read = (name: string) => readFileSync(new URL(`../../../../schema/${name}.graphql`, import.meta.url), 'utf8');
const apiSchema = buildSchema(read('api'));
const model = createCostModel({ schema: buildSchema(read('supergraph'), { assumeValid: true }) });
const cost = (text: string) => model.estimate(parse(text)).cost;

/** Fields that are answered, nulls and empty lists too. */
const countFields = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + countFields(entry), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, entry) => sum + 1 + countFields(entry), 0);
};
const answer = (text: string) => countFields(executeSync({ schema: apiSchema, document: parse(text) }).data);

const STANDARD = getIntrospectionQuery();
const FULLEST = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
const alias = (count: number, body: string) => Array.from({ length: count }, (_, index) => `a${index}: ${body}`).join(' ');
const HOSTILE = `{ __schema { types { ${alias(11, 'fields { type { ...F } }')} } } } fragment F on __Type { ${alias(14, 'fields { name }')} }`;

describe('the cost of an introspection', () => {
  test.each([
    ['the standard query', STANDARD],
    ['the fullest query', FULLEST],
    ['the names of all types', '{ __schema { types { name kind } } }'],
    ['arguments and values', '{ __schema { types { fields { args { name } } enumValues { name __typename } } directives { args { name } } } }'],
  ])('of %s is a fifth of the fields that are answered, or up to twice that', (_, text) => {
    expect(cost(text) / (0.2 * answer(text))).toBeGreaterThan(0.95);
    expect(cost(text) / (0.2 * answer(text))).toBeLessThan(2);
  });

  test.each([
    ['lists of one type', `{ __type(name: "Query") { ${alias(11, 'fields { type { ...F } }')} } } fragment F on __Type { ${alias(14, 'fields { name }')} }`],
    ['what no type is made of', `{ __schema { types { possibleTypes { ${alias(28, 'ofType { name }')} } } } }`],
    ['types of types', '{ __schema { types { fields { type { ofType { ofType { fields { name type { name } } } } } } } } }'],
  ])('of %s is no less than that', (_, text) => {
    expect(cost(text)).toBeGreaterThan(0.95 * 0.2 * answer(text));
  });

  test('of lists in lists under aliases is more than one operation may cost', () => {
    expect(answer(HOSTILE)).toBeGreaterThan(60_000);
    expect(cost(HOSTILE)).toBeGreaterThan(DEFAULT_MAX_COST);
  });

  test('lets everybody introspect many times in a row', () => {
    expect(cost(FULLEST) * 10).toBeLessThan(DEFAULT_MAX_COST);
    expect(cost(FULLEST) * 50).toBeLessThan(DEFAULT_PER_VIEWER.capacity);
    expect(cost(FULLEST) * 500).toBeLessThan(DEFAULT_PER_ADDRESS.capacity);
  });
});
