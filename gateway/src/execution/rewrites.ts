import type { GraphQLSchema } from 'graphql';
import { getOwn, isJsonObject, setOwn, type JsonObject } from './merge.js';
import type { KeyRenamer, PathSegment, Rewrite } from './plan.js';
import { toKeys, type DataPath } from './data-path.js';
import { createMayMeetAny } from './type-conditions.js';

/** Changes a representation before it is sent, or fetched data before it is merged. */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly Rewrite[], value: unknown): void {
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (last?.kind !== 'field') continue;
    for (const object of objectsAt(schema, value, rewrite.path.slice(0, -1))) {
      if (rewrite.kind === 'ValueSetter') setOwn(object, last.name, rewrite.value);
      else renameKey(object, last.name, rewrite.renameTo);
    }
  }
}

/** Null, zero and the like are renamed as any other value: that a key is there is what counts. */
function renameKey(object: JsonObject, from: string, to: string): void {
  if (!Object.hasOwn(object, from)) return;
  setOwn(object, to, object[from]);
  delete object[from];
}

function objectsAt(schema: GraphQLSchema, value: unknown, path: readonly PathSegment[]): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsAt(schema, item, path));
  if (!isJsonObject(value)) return [];
  const [segment, ...rest] = path;
  switch (segment?.kind) {
    case undefined:
      return [value];
    case 'field':
      return objectsAt(schema, getOwn(value, segment.name), rest);
    case 'types':
      return createMayMeetAny(schema, segment.names)(value['__typename']) ? objectsAt(schema, value, rest) : [];
    default:
      return [];
  }
}

/**
 * The variables that the object at `path` takes from the objects around it. Where a context can come from several
 * types, several renamers fill one variable; the first that finds a value does.
 */
export function toContextVariables(schema: GraphQLSchema, renamers: readonly KeyRenamer[], root: JsonObject, path: DataPath | undefined): JsonObject {
  const variables: JsonObject = {};
  for (const { path: relativePath, renameTo } of renamers) {
    if (getOwn(variables, renameTo) !== undefined) continue;
    const value = valueFrom(schema, root, toKeys(path), relativePath);
    if (value !== undefined) variables[renameTo] = value;
  }
  return variables;
}

function valueFrom(schema: GraphQLSchema, root: JsonObject, keys: readonly (string | number)[], path: readonly PathSegment[]): unknown {
  const ups = path.findIndex((segment) => segment.kind !== 'parent');
  const remaining = [...keys];
  for (let up = 0; up < ups; up += 1) {
    while (typeof remaining.pop() === 'number');
  }
  const start = remaining.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isJsonObject(value) ? getOwn(value, String(key)) : undefined;
  }, root);
  return valueAt(schema, start, path.slice(ups));
}

function valueAt(schema: GraphQLSchema, value: unknown, path: readonly PathSegment[]): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => valueAt(schema, item, path));
  if (!isJsonObject(value)) return undefined;
  if (segment.kind === 'field') return valueAt(schema, getOwn(value, segment.name), rest);
  return segment.kind === 'types' && createMayMeetAny(schema, segment.names)(value['__typename']) ? valueAt(schema, value, rest) : undefined;
}
