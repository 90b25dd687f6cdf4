import {
  getNamedType, getNullableType, isAbstractType, isCompositeType, isInputObjectType, isListType, isObjectType,
  type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLInputField, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';
import { createCostDirectives, type ListSize } from './cost-directives.js';

/** What a field costs, without what is selected below it. */
export interface FieldWeight {
  /** Of each object or value that it gives. */
  weight: number;
  isList: boolean;
  /** What selections below it are made on; null for a scalar or enum. */
  type: GraphQLCompositeType | null;
  listSize: ListSize | null;
  arguments: ReadonlyMap<string, InputWeight>;
  /** Of the arguments that have one. */
  defaults: ReadonlyMap<string, unknown>;
}

/** What an argument or input field costs. */
export interface InputWeight {
  /** Of each value; for a list, of the list too. Null is what an object or value costs by default. */
  weight: number | null;
  /** Of an input object; null for anything else. */
  fields: ReadonlyMap<string, InputWeight> | null;
}

/** Weights of a schema's fields and arguments, each read once. */
export interface CostWeights {
  getField(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): FieldWeight;
}

/** Reads `@cost` and `@listSize`; where nothing is declared objects, interfaces and unions weigh 1, scalars and enums 0 (Apollo's demand control). */
export function createCostWeights(schema: GraphQLSchema): CostWeights {
  const { readWeight, readListSize } = createCostDirectives(schema);
  const fields = new WeakMap<GraphQLField<unknown, unknown>, FieldWeight>();
  const inputFields = new Map<GraphQLNamedType, Map<string, InputWeight>>();

  const weighType = (type: GraphQLNamedType): number => {
    if (isAbstractType(type)) return Math.max(1, ...schema.getPossibleTypes(type).map(weighType));
    return readWeight(type) ?? (isObjectType(type) ? 1 : 0);
  };

  /** An interface's field costs what the dearest of its types makes of it. */
  const weighField = (parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number => {
    const own = readWeight(field) ?? weighType(getNamedType(field.type));
    if (!isAbstractType(parent)) return own;
    const implementations = schema.getPossibleTypes(parent).flatMap((type) => type.getFields()[field.name] ?? []);
    return Math.max(own, ...implementations.map((implementation) => readWeight(implementation) ?? own));
  };

  const toInputWeight = (definition: GraphQLArgument | GraphQLInputField): InputWeight => {
    const type = getNamedType(definition.type);
    const weight = readWeight(definition) ?? readWeight(type);
    if (!isInputObjectType(type)) return { weight, fields: null };
    let inner = inputFields.get(type);
    if (!inner) {
      inner = new Map();
      // Known before it is filled: an input may hold itself.
      inputFields.set(type, inner);
      for (const field of Object.values(type.getFields())) inner.set(field.name, toInputWeight(field));
    }
    return { weight, fields: inner };
  };

  const toFieldWeight = (parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): FieldWeight => {
    const type = getNamedType(field.type);
    return {
      weight: weighField(parent, field),
      isList: isListType(getNullableType(field.type)),
      type: isCompositeType(type) ? type : null,
      listSize: readListSize(field),
      arguments: new Map(field.args.map((argument) => [argument.name, toInputWeight(argument)])),
      defaults: new Map(field.args.filter(({ defaultValue }) => defaultValue !== undefined).map(({ name, defaultValue }) => [name, defaultValue])),
    };
  };

  return {
    getField(parent, field) {
      const known = fields.get(field) ?? toFieldWeight(parent, field);
      fields.set(field, known);
      return known;
    },
  };
}
