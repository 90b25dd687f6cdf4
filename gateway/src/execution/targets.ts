import type { GraphQLSchema } from 'graphql';
import type { DataPath } from './data-path.js';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';
import type { PathSegment } from './plan.js';
import { createMayMeetAny } from './type-conditions.js';

/** An object of the fetched data into which a fetch puts what it gets. */
export interface Target { object: JsonObject; path: DataPath | undefined }

/** Finds the objects that a path leads to from these. What is null or was not fetched leads nowhere. */
export type CollectTargets = (from: readonly Target[]) => Target[];

type Walk = (value: unknown, path: DataPath | undefined, found: Target[]) => void;

export function compilePath(schema: GraphQLSchema, path: readonly PathSegment[]): CollectTargets {
  const walk = path.reduceRight((next: Walk, segment) => overLists(compileSegment(schema, segment, next), segment.kind === 'list' ? next : undefined), overLists(take));
  return (from) => {
    const found: Target[] = [];
    for (const { object, path: at } of from) walk(object, at, found);
    return found;
  };
}

const take: Walk = (value, path, found) => {
  if (isJsonObject(value)) found.push({ object: value, path });
};

/** Of a list in a list, one planner writes each, the other both in one: a list that no segment is for is entered without one. */
function overLists(walk: Walk, ofItems?: Walk): Walk {
  const enter: Walk = (value, path, found) => {
    if (!Array.isArray(value)) return walk(value, path, found);
    const next = ofItems ?? enter;
    for (let key = 0; key < value.length; key += 1) next(value[key], { prev: path, key }, found);
  };
  return enter;
}

function compileSegment(schema: GraphQLSchema, segment: PathSegment, next: Walk): Walk {
  switch (segment.kind) {
    case 'field': {
      const { name } = segment;
      return (value, path, found) => {
        if (isJsonObject(value)) next(getOwn(value, name), { prev: path, key: name }, found);
      };
    }
    case 'types': {
      const mayMeet = createMayMeetAny(schema, segment.names);
      return (value, path, found) => {
        if (isJsonObject(value) && mayMeet(value['__typename'])) next(value, path, found);
      };
    }
    case 'list':
    case 'parent':
      return () => undefined;
  }
}
