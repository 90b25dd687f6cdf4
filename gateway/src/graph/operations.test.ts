import { buildSchema, NoSchemaIntrospectionCustomRule, specifiedRules } from 'graphql';
import { leastCpuMs } from '@secondlife/platform/testing/least-cpu-ms';
import { createOperationLimits } from '../limits/operation/operation-limits.js';
import { createOperationReader, type OperationReaderOptions } from './operations.js';

const SDL = 'type Query { clock(id: ID!, size: Size, where: Where): Clock clocks: [Clock] } type Clock { id: ID! name: String next: Clock } enum Size { SMALL LARGE } input Where { town: String }';
const schema = buildSchema(SDL);
const create = (options: Partial<OperationReaderOptions> = {}) => createOperationReader({ rules: specifiedRules, ...options });

function refusalOf(text: string, options?: Partial<OperationReaderOptions>) {
  const read = create(options).read(schema, text);
  return 'errors' in read ? read.errors : null;
}

describe('a document that is valid', () => {
  it('is read once for each schema, however often it comes', () => {
    let checks = 0;
    const limits = { ...createOperationLimits(), check: () => ((checks += 1), null) };
    const reader = create({ limits });
    const first = reader.read(schema, '{ clocks { id } }');
    expect(reader.read(schema, '{ clocks { id } }')).toBe(first);
    expect(reader.read(schema, '{ clocks { id } }')).toBe(first);
    expect(checks).toBe(1);
    reader.read(buildSchema(SDL), '{ clocks { id } }');
    expect(checks).toBe(2);
  });

  it('that comes again and again is not pushed out by those that come once', () => {
    const reader = create({ maxBytes: 200_000 });
    const regular = '{ clocks { id } }';
    reader.read(schema, regular);
    const known = reader.read(schema, regular);
    for (let number = 0; number < 2_000; number += 1) reader.read(schema, `{ clocks { a${number}: id } }`);
    for (let number = 0; number < 2_000; number += 1) reader.read(schema, `{ clocks { no${number} } }`);
    expect(reader.read(schema, regular)).toBe(known);
  });

  it('is named among the most used', () => {
    const reader = create();
    for (const [text, times] of [['query Often { clocks { id } }', 3], ['{ clocks { name } }', 1], ['query A { clocks { id } } query B { clocks { name } }', 2]] as const) {
      for (let time = 0; time < times; time += 1) reader.read(schema, text);
    }
    expect(reader.popular(schema, 4)).toEqual([
      { text: 'query Often { clocks { id } }', operationName: 'Often' },
      { text: 'query A { clocks { id } } query B { clocks { name } }', operationName: 'A' },
      { text: 'query A { clocks { id } } query B { clocks { name } }', operationName: 'B' },
      { text: '{ clocks { name } }', operationName: undefined },
    ]);
    expect(reader.popular(schema, 1)).toHaveLength(1);
    expect(reader.popular(buildSchema(SDL), 4)).toEqual([]);
  });
});

describe('a refused document', () => {
  it.each([
    ['a field', '{ clocs { id } }'],
    ['a nested field', '{ clocks { nam } }'],
    ['an argument', '{ clock(idd: 1) { id } }'],
    ['an argument of a directive', '{ clocks @skip(iff: true) { id } }'],
    ['a type', '{ clocks { ... on Clok { id } } }'],
    ['an enum’s value', '{ clock(id: 1, size: SMAL) { id } }'],
    ['an input’s field', '{ clock(id: 1, where: { tow: "a" }) { id } }'],
    ['a variable’s type', 'query ($a: Wher) { clock(id: 1, where: $a) { id } }'],
  ])('is told nothing of the schema where %s is unknown', (_, text) => {
    const errors = refusalOf(text);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(errors![0].message).not.toMatch(/did you mean|SMALL|LARGE|town/i);
  });

  it('is told of one error, where it stands', () => {
    expect(refusalOf('{ clocks { no1 no2 no3 } other }')).toEqual([
      { message: 'Cannot query field "no1" on type "Clock".', locations: [{ line: 1, column: 12 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('is told of what is no GraphQL, and is read once', () => {
    const reader = create();
    const refused = reader.read(schema, '{');
    expect(refused).toMatchObject({ errors: [{ message: 'Syntax Error: Expected Name, found <EOF>.', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
    expect(reader.read(schema, '{')).toBe(refused);
  });

  it('is refused by a limit before it is validated, in the limit’s words', () => {
    const limits = createOperationLimits({ limits: { tokens: 10, textLength: 50, aliases: 1 } });
    for (const text of ['{ a: unknown b: unknown }', `{ ${' '.repeat(50)}`, '{ clocks { id id id id id id id } }']) {
      expect(refusalOf(text, { limits })).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }]);
    }
  });

  it('may not ask for the schema where a rule forbids it', () => {
    expect(refusalOf('{ __schema { queryType { name } } }', { rules: [...specifiedRules, NoSchemaIntrospectionCustomRule] })).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  it.each([
    ['nests without end', `${'{ clocks '.repeat(50_000)}`],
    ['nests lists without end', `{ clock(id: ${'['.repeat(100_000)} }`],
    ['has 2 MB of fields', `{ ${'a '.repeat(1_000_000)} }`],
    ['has 500 unknown fields', `{ clocks { ${Array.from({ length: 500 }, (_, number) => `no${number}`).join(' ')} } }`],
    ['has fields that conflict', `{ ${Array.from({ length: 200 }, (_, number) => `x: clock(id: ${number}) { id }`).join(' ')} }`],
    ['has 500 unknown directives', `{ clocks ${Array.from({ length: 490 }, (_, number) => `@no${number}`).join(' ')} { id } }`],
    ['has an endless name', `{ ${'a'.repeat(2_000_000)} }`],
    ['repeats fragments in a ring', `{ clocks { ...A } } fragment A on Clock { next { ...B } } fragment B on Clock { next { ...A } }`],
  ])('costs little and says little where it %s', async (_, text) => {
    const refuse = () => refusalOf(text, { limits: createOperationLimits() });
    const errors = refuse();
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors).length).toBeLessThan(600);
    expect(await leastCpuMs(refuse, 50)).toBeLessThan(50);
  });
});
