import { isCompositeType, isInterfaceType, isListType, isNonNullType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import type { IsIdentifying } from './entity-keys.js';
import { getOwn, isJsonObject, mergeInto, setOwn, type JsonObject } from './merge.js';
import type { EntitySelection, RepresentationSelection } from './plan.js';
import { applyRewrites, toContextVariables } from './rewrites.js';
import type { Target } from './targets.js';
import { isAbstractTypeName, namesMeeting } from './type-conditions.js';

/** Representations for one request, each once, with the objects that it stands for. */
export interface RepresentationBatch {
  /** The arguments that its objects take from those around them, the same for all in a batch. */
  contextVariables: JsonObject;
  representations: JsonObject[];
  targetsOf: Target[][];
}

export interface BatchFacts {
  supergraphSchema: GraphQLSchema;
  isIdentifying: IsIdentifying;
}

export interface BatchInput {
  /** The whole that the targets are in. */
  data: JsonObject;
  /** Objects into which something was to be fetched that did not come. */
  lacking: ReadonlySet<JsonObject>;
}

/**
 * What an entities fetch asks for: equal representations become one. More than one batch only where objects take different arguments from
 * those around them.
 *
 * `unasked` are those for which a part of what is required did not come, or is a null where the schema has none. A part that was never
 * fetched, because `@skip` or `@include` exclude what requires it, is left out; an object of which no key was fetched is not meant.
 */
export type ToBatches = (input: BatchInput, targets: readonly Target[]) => { batches: RepresentationBatch[]; unasked: Target[] };

export function compileBatches({ supergraphSchema: schema, isIdentifying }: BatchFacts, serviceName: string, selection: EntitySelection): ToBatches {
  const { inputRewrites, contextRewrites } = selection;
  const select = compileObject(schema, selection.requires, undefined);
  const plainKey = inputRewrites.length + contextRewrites.length === 0 ? toPlainKey(schema, selection.requires) : undefined;
  const plain = plainKey && isIdentifying(serviceName, plainKey.toRepresentation('')) ? plainKey : undefined;

  return ({ data, lacking }, targets) => {
    const batches = new Map<string, RepresentationBatch>();
    const byId = new Map<string, Target[]>();
    const byText = new Map<string, Target[]>();
    const unasked: Target[] = [];
    const ask = (batchKey: string, contextVariables: JsonObject, representation: JsonObject, target: Target): Target[] => {
      const batch = batches.get(batchKey) ?? { contextVariables, representations: [], targetsOf: [] };
      batches.set(batchKey, batch);
      const targetsOfThis = [target];
      batch.representations.push(representation);
      batch.targetsOf.push(targetsOfThis);
      return targetsOfThis;
    };

    for (const target of targets) {
      const id = plain?.readId(target.object);
      if (plain && id !== undefined) {
        const twins = byId.get(id);
        if (twins) twins.push(target);
        else byId.set(id, ask('', NO_VARIABLES, plain.toRepresentation(id), target));
        continue;
      }
      const representation = select(target.object, lacking);
      if (!representation) {
        unasked.push(target);
        continue;
      }
      if (inputRewrites.length > 0) applyRewrites(schema, inputRewrites, representation);
      if (!isIdentifying(serviceName, representation)) continue;

      const contextVariables = contextRewrites.length > 0 ? toContextVariables(schema, contextRewrites, data, target.path) : NO_VARIABLES;
      const batchKey = contextRewrites.length > 0 ? JSON.stringify(contextVariables) : '';
      const text = `${batchKey}${JSON.stringify(representation)}`;
      const twins = byText.get(text);
      if (twins) twins.push(target);
      else byText.set(text, ask(batchKey, contextVariables, representation, target));
    }
    return { batches: [...batches.values()], unasked };
  };
}

const NO_VARIABLES: JsonObject = Object.freeze({});

/** A key that is one text, of entities of one type. */
interface PlainKey {
  /** Undefined: it is no such entity. */
  readId(source: JsonObject): string | undefined;
  toRepresentation(id: string): JsonObject;
}

/** Most representations are the name of one type and a text that is its key: those are told apart, and made, by the text alone. Undefined: these are not. */
function toPlainKey(schema: GraphQLSchema, requires: readonly RepresentationSelection[]): PlainKey | undefined {
  const [selection] = requires;
  if (requires.length !== 1 || selection?.kind !== 'InlineFragment' || selection.selections.length !== 2) return undefined;
  const type = selection.typeCondition === undefined ? undefined : schema.getType(selection.typeCondition);
  const fields = selection.selections.filter((part) => part.kind === 'Field').filter(({ selections }) => !selections);
  const typeName = fields.find(({ name, alias, dataKey }) => name === '__typename' && alias === undefined && dataKey === undefined);
  const key = fields.find(({ name }) => name !== '__typename');
  if (!isObjectType(type) || !typeName || !key) return undefined;
  const responseKey = key.alias ?? key.name;
  const dataKey = key.dataKey ?? responseKey;
  if (dataKey in Object.prototype || responseKey in Object.prototype) return undefined;
  return {
    readId(source) {
      const id = source['__typename'] === type.name ? source[dataKey] : undefined;
      return typeof id === 'string' ? id : undefined;
    },
    toRepresentation: (id) => ({ __typename: type.name, [responseKey]: id }),
  };
}

type Lacking = ReadonlySet<JsonObject>;
/** Undefined: a part that is required did not come. */
type SelectObject = (source: JsonObject, lacking: Lacking) => JsonObject | undefined;
type SelectValue = (value: unknown, lacking: Lacking) => unknown;
/** Adds a part to what is selected; false where it did not come. */
type SelectPart = (source: JsonObject, lacking: Lacking, selected: JsonObject) => boolean;

function compileObject(schema: GraphQLSchema, selections: readonly RepresentationSelection[], typeName: string | undefined): SelectObject {
  const select = compileParts(schema, selections, typeName);
  return (source, lacking) => {
    const selected: JsonObject = {};
    return select(source, lacking, selected) ? selected : undefined;
  };
}

function compileParts(schema: GraphQLSchema, selections: readonly RepresentationSelection[], typeName: string | undefined): SelectPart {
  const parts = selections.map((selection, index) => compilePart(schema, selection, typeName, index === 0));
  return (source, lacking, selected) => {
    for (const select of parts) if (!select(source, lacking, selected)) return false;
    return true;
  };
}

/** @param isFirst nothing is selected before it that it would have to be merged with */
function compilePart(schema: GraphQLSchema, selection: RepresentationSelection, typeName: string | undefined, isFirst: boolean): SelectPart {
  if (selection.kind === 'Field') {
    const responseKey = selection.alias ?? selection.name;
    const dataKey = selection.dataKey ?? responseKey;
    const selectValue = compileValue(schema, selection.selections, fieldType(schema, typeName, selection.name));
    return (source, lacking, selected) => {
      const present = getOwn(source, dataKey);
      if (present === undefined && !lacking.has(source)) return true;
      const value = selectValue(present, lacking);
      if (value === undefined) return false;
      setOwn(selected, responseKey, value);
      return true;
    };
  }
  const { typeCondition } = selection;
  const names = typeCondition === undefined ? undefined : namesMeeting(schema, typeCondition);
  const select = compileParts(schema, selection.selections, typeCondition ?? typeName);
  const isAbstract = (name: string): boolean => isAbstractTypeName(schema, name);
  return (source, lacking, selected) => {
    if (names && !names.has(source['__typename'] as string)) return true;
    if (isFirst) return select(source, lacking, selected);
    const part: JsonObject = {};
    if (!select(source, lacking, part)) return false;
    mergeInto(selected, part, isAbstract);
    return true;
  };
}

function compileValue(schema: GraphQLSchema, selections: readonly RepresentationSelection[] | undefined, type: GraphQLOutputType | undefined): SelectValue {
  const ofNull = isNonNullType(type) ? undefined : null;
  const nullableType: GraphQLOutputType | undefined = isNonNullType(type) ? type.ofType : type;
  const selectItem = isListType(nullableType) ? compileValue(schema, selections, nullableType.ofType) : undefined;
  const selectObject = selections && compileObject(schema, selections, isCompositeType(nullableType) ? nullableType.name : undefined);
  const select: SelectValue = (value, lacking) => {
    if (value === null) return ofNull;
    if (Array.isArray(value)) {
      const items = value.map((item) => (selectItem ?? select)(item, lacking));
      return items.includes(undefined) ? undefined : items;
    }
    return selectObject && isJsonObject(value) ? selectObject(value, lacking) : value;
  };
  return select;
}

function fieldType(schema: GraphQLSchema, typeName: string | undefined, fieldName: string): GraphQLOutputType | undefined {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName]?.type : undefined;
}
