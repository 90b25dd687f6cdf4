import { Kind, buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { createFieldCollector } from './collect-fields.js';
import { ShapeCompiler } from './complete-value.js';
import type { JsonObject } from './merge.js';

describe('what completes objects', () => {
  it('is made once for each type in each place, in whatever order types lead to one another', () => {
    const types = ['Road', 'River', 'Rail'];
    const schema = buildSchema(`
      interface Way { id: ID! next: Way }
      ${types.map((name) => `type ${name} implements Way { id: ID! next: Way }`).join('\n')}
      type Query { ways: [Way!]! }
    `);
    const depth = 5;
    const selection = Array.from({ length: depth }).reduce<string>((inner) => `{ id next ${inner} }`, '{ id }');
    const { definitions } = parse(`{ ways ${selection} }`);
    const operation = definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)!;
    const collector = createFieldCollector(schema, { operation, fragments: {}, root: undefined, dataKeys: new Map(), responseKeys: new Map(), variableNames: new Map() });
    let collected = 0;
    const query = schema.getQueryType()!;
    const root = new ShapeCompiler(schema, {
      ...collector,
      subfields(type, field) {
        collected += 1;
        return collector.subfields(type, field);
      },
    }).compileObject(query, collector.rootFields(query));

    const toWays = (left: number): JsonObject[] => types.flatMap((name) => (
      left === 0 ? [{ __typename: name, id: name }] : toWays(left - 1).map((next) => ({ __typename: name, id: name, next }))
    ));
    const ways = toWays(depth);
    expect(ways).toHaveLength(types.length ** (depth + 1));
    const told: string[] = [];
    const answer = root.complete({ variables: {}, gone: new Set(), introspect: () => null, tell: (message) => told.push(message) }, { ways }, undefined);
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ ways }, (key, value: unknown) => (key === '__typename' ? undefined : value)));
    expect([collected, told]).toEqual([types.length * (depth + 1), []]);
  });
});
