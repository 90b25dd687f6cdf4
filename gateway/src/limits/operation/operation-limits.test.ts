import { buildSchema, getIntrospectionQuery, Kind, parse, validate, type DocumentNode, type SelectionSetNode } from 'graphql';
import { leastCpuMs } from '@secondlife/platform/testing/least-cpu-ms';
import { DEFAULT_OPERATION_LIMITS } from './operation-limit-settings.js';
import { createOperationLimits } from './operation-limits.js';

const limits = createOperationLimits();

/** The message of the refusal, or null. */
const check = (text: string) => limits.check(parse(text))?.message ?? null;

/** As a request goes: the text, the parser, the document; the code of what refuses it, else null. */
function run(text: string): unknown {
  const refusal = limits.checkText(text);
  if (refusal) return refusal.extensions.code;
  try {
    return limits.check(parse(text, limits.parseOptions))?.extensions.code ?? null;
  } catch (error) {
    const refused = limits.toRefusal(error) as { extensions: { code?: string }; name: string };
    return refused.extensions.code ?? refused.name;
  }
}

const repeat = (times: number, toText: (index: number) => string) => Array.from({ length: times }, (_, index) => toText(index)).join(' ');
const nest = (depth: number) => '{ a '.repeat(depth) + '}'.repeat(depth);

describe('limits of operations', () => {
  test('every introspection query of graphql-js passes, with room', () => {
    const text = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
    expect(check(text)).toBeNull();
    const half = createOperationLimits({ limits: { tokens: 500, introspectionDepth: 15, repeats: 15, expandedFields: 500 } });
    expect(half.check(parse(text, half.parseOptions))).toBeNull();
  });

  test('a refusal has the code, and names the limit and its number alone', () => {
    expect(limits.check(parse(nest(17)))?.toJSON()).toEqual({ message: 'Fields may be nested 16 deep.', extensions: { code: 'OPERATION_TOO_COMPLEX' } });
  });

  test('depth is reached through fragments too', () => {
    expect(check(nest(16))).toBeNull();
    expect(check(`{ a { ...F } } fragment F on T ${nest(15)}`)).toBeNull();
    expect(check(`{ a { ...F } } fragment F on T ${nest(16)}`)).toBe('Fields may be nested 16 deep.');
  });

  test('an introspection has a depth of its own', () => {
    expect(check(`{ __schema ${nest(17)} }`)).toBeNull();
    expect(check(`{ __schema ${nest(18)} }`)).toBe('Fields of an introspection may be nested 18 deep.');
  });

  test('aliases of __typename are counted', () => {
    expect(check(`{ ${repeat(30, (index) => `a${index}: __typename`)} }`)).toBe('An operation may have 20 fields at its root.');
    expect(check(`{ ${repeat(100, (index) => `a${index}: __typename`)} }`)).toBe('A document may have 30 aliases.');
    expect(check(`{ a { ${repeat(30, (index) => `a${index}: __typename`)} } }`)).toBeNull();
  });

  test('500 fields of one name are refused, wherever they stand', () => {
    const message = 'A field may be selected 30 times in one place.';
    const fields = repeat(500, () => 'a');
    expect(check(`{ ${fields} }`)).toBe(message);
    expect(check(`{ b { ${fields} } }`)).toBe(message);
    expect(check(`{ b { ...F ...F } } fragment F on T { ${repeat(20, () => 'a')} }`)).toBe(message);
    expect(check(`{ b } fragment Unused on T { ${fields} }`)).toBe(message);
    expect(check(`{ ${repeat(25, () => 'b { a a a }')} }`)).toBe(message);
    expect(check(`{ b { ...F } } fragment F on T { ...F ${fields} }`)).toBe(message);
  });

  test('directives are counted: in all, in one place, and those that are not known', () => {
    expect(check(`{ a ${repeat(10, (index) => `@d${index}`)} }`)).toBe('One place may have 4 directives.');
    expect(check(`{ ${repeat(10, (index) => `a${index} @d${index}`)} }`)).toBe('A document may have 3 directives that are not known here.');
    expect(check(`{ b { ${repeat(61, (index) => `a${index} @skip(if: true)`)} } }`)).toBe('A document may have 60 directives.');
    expect(check('query ($a: Int @d @d @d @d @d) @d { a }')).toBe('One place may have 4 directives.');
    expect(createOperationLimits({ knownDirectives: ['d'] }).check(parse(`{ ${repeat(10, (index) => `a${index} @d`)} }`))).toBeNull();
  });

  test('fragments that multiply are left where the limit is reached', async () => {
    const doubling = `{ ...F0 } ${repeat(30, (index) => `fragment F${index} on T { a${index} { ...F${index + 1} } b${index} { ...F${index + 1} } }`)} fragment F30 on T { a }`;
    const flat = `{ ...F0 } ${repeat(30, (index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on T { a }`;
    expect(check(flat)).toBe('An operation may have 1000 fields, those of its fragments included.');
    expect(createOperationLimits({ limits: { depth: 40 } }).check(parse(doubling))?.message).toBe('An operation may have 1000 fields, those of its fragments included.');
    expect(await leastCpuMs(() => run(doubling), 50)).toBeLessThan(50);
    expect(await leastCpuMs(() => run(flat), 50)).toBeLessThan(50);
  });

  test('fragments in a circle are left to validation', () => {
    expect(check('{ ...A } fragment A on T { a ...B } fragment B on T { b ...A }')).toBeNull();
    expect(check('{ a { ...A } } fragment A on T { a { ...A } }')).toBe('Fields may be nested 16 deep.');
  });

  test('a list is asked for so many entries, whether by a literal, a variable or its default', () => {
    const message = 'A list may be asked for 1000 entries.';
    expect(check('{ a(first: 1000) }')).toBeNull();
    expect(check('{ a(first: 1001) }')).toBe(message);
    expect(check('query ($n: Int = 1001) { a(last: $n) }')).toBe(message);
    const document = parse('query ($n: Int) { a(first: $n) }');
    expect(limits.check(document)).toBeNull();
    expect(limits.checkVariables(document, { n: 1_000 })).toBeNull();
    expect(limits.checkVariables(document, { n: 1_001 })?.message).toBe(message);
  });

  test('variables are counted, those that are defined and those that are sent', () => {
    const document = parse('query ($ids: [ID!]) { a(ids: $ids) }');
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    expect(limits.check(document)).toBeNull();
    expect(limits.checkVariables(document, { ids: many })?.message).toBe('An operation may have 5000 values in its variables.');
    expect(limits.checkVariables(document, { ids: many.slice(0, 4_000) })).toBeNull();
    expect(createOperationLimits({ limits: { tokens: Infinity } }).check(parse(`query (${repeat(10_000, (index) => `$a${index}: Int`)}) { a }`))?.message).toBe(
      'An operation may have 5000 values in its variables.',
    );
  });

  test('input nests so deep, in a variable and in the document', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(limits.checkVariables(parse('{ a }'), { deep })?.message).toBe('Lists and objects of the input may be nested 16 deep.');
    expect(check(`{ a(x: ${'['.repeat(17)}${']'.repeat(17)}) }`)).toBe('Lists and objects of the input may be nested 16 deep.');
    expect(check(`{ a(x: ${'['.repeat(16)}${']'.repeat(16)}) }`)).toBeNull();
  });

  test.each([
    ['2 MB in one list', { ids: Array.from({ length: 1_000_000 }, () => 1) }],
    ['2 MB in lists of one', { lists: Array.from({ length: 500_000 }, () => [1]) }],
    ['512 KiB in one object', Object.fromEntries(Array.from({ length: 45_000 }, (_, index) => [`k${index}`, 1]))],
  ])('variables, %s: refused within 50 ms of CPU', async (_, variables) => {
    const document = parse('{ a }');
    let code: unknown;
    expect(await leastCpuMs(() => (code = limits.checkVariables(document, variables)?.extensions.code), 50)).toBeLessThan(50);
    expect(code).toBe('OPERATION_TOO_COMPLEX');
  });

  test.each([
    ['100,000 fields inside one another', '{a'.repeat(100_000) + '}'.repeat(100_000)],
    ['the same, in a text that is not too long', '{a'.repeat(30_000)],
    ['inline fragments inside one another', '{...'.repeat(16_000)],
    ['lists inside one another', `{a(b:${'['.repeat(60_000)}`],
    ['a type of lists', `query($a:${'['.repeat(60_000)}`],
    ['2 MB of one name', 'a'.repeat(2_000_000)],
    ['2 MB of fields', `{${'a '.repeat(1_000_000)}}`],
    ['2 MB of braces that close', '}'.repeat(2_000_000)],
    ['10,000 variables', `query (${repeat(10_000, (index) => `$a${index}: Int`)}) { a }`],
    ['500 duplicate fields', `{ ${repeat(500, () => 'a')} }`],
  ])('%s: refused within 50 ms of CPU', async (_, text) => {
    let code: unknown;
    expect(await leastCpuMs(() => (code = run(text)), 50)).toBeLessThan(50);
    expect(code).toBe('OPERATION_TOO_COMPLEX');
  });

  test('a document that was parsed without limits ends no stack', () => {
    let selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };
    for (let depth = 0; depth < 100_000; depth++) {
      selectionSet = { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'a' }, selectionSet }] };
    }
    const document = { kind: Kind.DOCUMENT, definitions: [{ kind: Kind.OPERATION_DEFINITION, operation: 'query', selectionSet }] } as unknown as DocumentNode;
    expect(limits.check(document)?.extensions.code).toBe('OPERATION_TOO_COMPLEX');
  });

  test('a wrong document stays a syntax error', () => {
    expect(run('{ a')).toBe('GraphQLError');
  });

  test('limits are lifted one by one', () => {
    const lifted = createOperationLimits({ limits: { depth: Infinity, tokens: Infinity } });
    expect(lifted.check(parse(nest(60), lifted.parseOptions))).toBeNull();
    expect(lifted.limits).toEqual({ ...DEFAULT_OPERATION_LIMITS, depth: Infinity, tokens: Infinity });
  });
});

describe('validation of hostile operations', () => {
  const schema = buildSchema('type Query { a(x: Int): T b: T c: Int } type T { a(x: Int): T b: T c: Int }');
  const tree = (depth: number): string => (depth === 0 ? 'c' : `a { ${tree(depth - 1)} } b { ${tree(depth - 1)} }`);
  const wide = (levels: number, times: number): string => (levels === 0 ? 'c' : repeat(times, () => `a { ${wide(levels - 1, times)} }`));

  test.each([
    ['a tree that is repeated', `{ ${repeat(30, () => tree(5))} }`],
    ['a tree that is repeated less', `{ ${repeat(10, () => tree(5))} }`],
    ['fields that repeat inside one another', `{ ${wide(2, 30)} }`],
    ['the same, less', `{ ${wide(4, 3)} }`],
    ['as many pairs as there may be', `{ ${repeat(10, () => `a { ${repeat(3, () => 'a { c } b { c }')} } b { c }`)} }`],
    ['fragments that are all spread together', `{ a { ${repeat(29, (index) => `...F${index}`)} } } ${repeat(29, (index) => `fragment F${index} on T { a { c ...F${index + 1} } b { c } }`)} fragment F29 on T { c }`],
    ['a thousand tokens of arguments', `{ ${repeat(30, () => `a(x: ${repeat(30, () => '1')}) { c }`)} }`],
    ['aliases that clash', `{ c { ${repeat(29, (index) => `x: a(x: ${index}) { c }`)} } }`],
  ])('ends within 50 ms of CPU, refused before or not: %s', async (_, text) => {
    const work = () => run(text) ?? validate(schema, parse(text, limits.parseOptions), undefined, { maxErrors: 1 });
    expect(await leastCpuMs(work, 50)).toBeLessThan(50);
  });
});
