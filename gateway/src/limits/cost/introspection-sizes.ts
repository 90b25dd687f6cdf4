import {
  isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isWrappingType,
  type GraphQLNamedType, type GraphQLSchema, type GraphQLType,
} from 'graphql';
import type { FieldSize, KnownSizes } from './list-size.js';

interface Sizes extends KnownSizes {
  readonly of: Map<string, FieldSize>;
}
type Fold = (numbers: readonly number[]) => number;

/**
 * How long the lists of a schema's introspection are, from `__schema` and `__type` on. Below `types` a list is as long as it is on average, so that
 * an introspection of everything has its real size; on one type, which may be any, as long as the longest; and there is an `ofType` as
 * often as the schema wraps a type, at most.
 */
export function createIntrospectionSizes(schema: GraphQLSchema): KnownSizes {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) => (hasFields(type) ? Object.values(type.getFields()) : []));
  const inputs = [...types.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : [])), ...[...fields, ...directives].flatMap(({ args }) => args)];
  const wrappings = longest([...fields, ...inputs].map(({ type }) => countWrappings(type)));

  // Types within so many others. They refer to their fields, and these to them.
  const wrapped = Array.from({ length: wrappings + 1 }, (_, depth) => createSizes(`wrapped ${depth}`));
  const named = wrapped[0] ?? null;
  const type = once(wrapped[wrappings] ?? null);
  const input = createSizes('input', { type });

  const fillType = ({ key, of }: Sizes, fold: Fold): void => {
    const size = (count: (one: GraphQLNamedType) => number, below: KnownSizes | null): FieldSize => ({ entries: fold(types.map(count)), below });
    const field = createSizes(`field of ${key}`, { args: { entries: fold(fields.map(({ args }) => args.length)), below: input }, type });
    of.set('fields', size((one) => (hasFields(one) ? countKeys(one.getFields()) : 0), field));
    of.set('inputFields', size((one) => (isInputObjectType(one) ? countKeys(one.getFields()) : 0), input));
    of.set('enumValues', size((one) => (isEnumType(one) ? one.getValues().length : 0), null));
    of.set('interfaces', size((one) => (hasFields(one) ? one.getInterfaces().length : 0), named));
    of.set('possibleTypes', size((one) => (isAbstractType(one) ? schema.getPossibleTypes(one).length : 0), named));
    of.set('ofType', { entries: 0, below: null });
  };

  const every = createSizes('every');
  fillType(every, average);
  wrapped.forEach((sizes, depth) => {
    fillType(sizes, longest);
    if (depth > 0) sizes.of.set('ofType', once(wrapped[depth - 1] ?? null));
  });
  const directive = createSizes('directive', { args: { entries: average(directives.map(({ args }) => args.length)), below: input } });
  const whole = createSizes('schema', {
    types: { entries: types.length, below: every },
    directives: { entries: directives.length, below: directive },
    queryType: once(named),
    mutationType: once(named),
    subscriptionType: once(named),
  });
  return createSizes('root', { __schema: once(whole), __type: once(named) });
}

const createSizes = (key: string, of: Record<string, FieldSize> = {}): Sizes => ({ key, of: new Map(Object.entries(of)) });
const once = (below: KnownSizes | null): FieldSize => ({ entries: 1, below });

const longest: Fold = (numbers) => Math.max(0, ...numbers);
const average: Fold = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type);
const countKeys = (record: object): number => Object.keys(record).length;
const countWrappings = (type: GraphQLType): number => (isWrappingType(type) ? 1 + countWrappings(type.ofType as GraphQLType) : 0);
