import { isCompositeType, isInterfaceType, isListType, isNonNullType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import type { DataPath } from './data-path.js';
import type { IsIdentifying } from './entity-keys.js';
import { getOwn, isJsonObject, mergeInto, setOwn, type JsonObject } from './merge.js';
import type { EntitySelection, PathSegment, RepresentationSelection } from './plan.js';
import { applyRewrites, toContextVariables } from './rewrites.js';
import { isAbstractTypeName, mayMeetAny, meetsCondition } from './type-conditions.js';

/** An object of the fetched data into which a fetch puts what it gets. */
export interface Target { object: JsonObject; path: DataPath | undefined }

/** Representations for one request, each once, with the objects that it stands for. */
export interface RepresentationBatch {
  /** The arguments that its objects take from those around them, the same for all in a batch. */
  contextVariables: JsonObject;
  representations: JsonObject[];
  targetsOf: Target[][];
}

/** The objects that a path leads to from these. What is null or was not fetched leads nowhere. */
export function collectTargets(schema: GraphQLSchema, from: readonly Target[], path: readonly PathSegment[]): Target[] {
  const targets: Target[] = [];
  const walk = (value: unknown, at: DataPath | undefined, index: number): void => {
    const segment = path[index];
    if (Array.isArray(value)) {
      // Of a list in a list, one planner writes each, the other both in one.
      const next = segment?.kind === 'list' ? index + 1 : index;
      value.forEach((item, key) => { walk(item, { prev: at, key }, next); });
    } else if (isJsonObject(value) && segment?.kind !== 'list') {
      if (!segment) targets.push({ object: value, path: at });
      else if (segment.kind === 'field') walk(getOwn(value, segment.name), { prev: at, key: segment.name }, index + 1);
      else if (segment.kind === 'types' && mayMeetAny(schema, getOwn(value, '__typename'), segment.names)) walk(value, at, index + 1);
    }
  };
  for (const { object, path: at } of from) walk(object, at, 0);
  return targets;
}

export interface BatchInput {
  supergraphSchema: GraphQLSchema;
  isIdentifying: IsIdentifying;
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
export function toBatches(
  { supergraphSchema: schema, isIdentifying, data, lacking }: BatchInput,
  serviceName: string,
  selection: EntitySelection,
  targets: readonly Target[],
): { batches: RepresentationBatch[]; unasked: Target[] } {
  const batches = new Map<string, RepresentationBatch>();
  const known = new Map<string, Target[]>();
  const unasked: Target[] = [];
  for (const target of targets) {
    const representation = selectObject(schema, lacking, target.object, selection.requires, undefined);
    if (!representation) {
      unasked.push(target);
      continue;
    }
    applyRewrites(schema, selection.inputRewrites, representation);
    if (!isIdentifying(serviceName, representation)) continue;

    const contextVariables = toContextVariables(schema, selection.contextRewrites, data, target.path);
    const batchKey = JSON.stringify(contextVariables);
    const representationKey = `${batchKey}${JSON.stringify(representation)}`;
    const sharing = known.get(representationKey);
    if (sharing) {
      sharing.push(target);
      continue;
    }
    const batch = batches.get(batchKey) ?? { contextVariables, representations: [], targetsOf: [] };
    batches.set(batchKey, batch);
    const targetsOfThis = [target];
    known.set(representationKey, targetsOfThis);
    batch.representations.push(representation);
    batch.targetsOf.push(targetsOfThis);
  }
  return { batches: [...batches.values()], unasked };
}

/** Undefined: a part that is required did not come. */
function selectObject(
  schema: GraphQLSchema,
  lacking: ReadonlySet<JsonObject>,
  source: JsonObject,
  selections: readonly RepresentationSelection[],
  typeName: string | undefined,
): JsonObject | undefined {
  const selected: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const responseKey = selection.alias ?? selection.name;
      const present = getOwn(source, responseKey);
      if (present === undefined && !lacking.has(source)) continue;
      const value = selectValue(schema, lacking, present, selection.selections, fieldType(schema, typeName, selection.name));
      if (value === undefined) return undefined;
      setOwn(selected, responseKey, value);
    } else {
      const actual = getOwn(source, '__typename');
      const condition = selection.typeCondition;
      if (condition !== undefined && !(typeof actual === 'string' && meetsCondition(schema, actual, condition))) continue;
      const part = selectObject(schema, lacking, source, selection.selections, condition ?? typeName);
      if (!part) return undefined;
      mergeInto(selected, part, (name) => isAbstractTypeName(schema, name));
    }
  }
  return selected;
}

function selectValue(
  schema: GraphQLSchema,
  lacking: ReadonlySet<JsonObject>,
  value: unknown,
  selections: readonly RepresentationSelection[] | undefined,
  type: GraphQLOutputType | undefined,
): unknown {
  if (value === null) return isNonNullType(type) ? undefined : null;
  const nullableType: GraphQLOutputType | undefined = isNonNullType(type) ? type.ofType : type;
  if (Array.isArray(value)) {
    const itemType = isListType(nullableType) ? nullableType.ofType : undefined;
    const items = value.map((item) => selectValue(schema, lacking, item, selections, itemType));
    return items.includes(undefined) ? undefined : items;
  }
  if (!selections || !isJsonObject(value)) return value;
  return selectObject(schema, lacking, value, selections, isCompositeType(nullableType) ? nullableType.name : undefined);
}

function fieldType(schema: GraphQLSchema, typeName: string | undefined, fieldName: string): GraphQLOutputType | undefined {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName]?.type : undefined;
}
