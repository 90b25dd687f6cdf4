import type { GraphQLSchema } from 'graphql';
import type { DataPath } from './data-path.js';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';
import type { PathSegment } from './plan.js';
import { createMayMeetAny } from './type-conditions.js';

/** An object of the fetched data into which a fetch puts what it gets. */
export interface Target { object: JsonObject; path: DataPath | undefined }

/** Finds the objects that a path leads to from these. What is null or was not fetched leads nowhere. */
export type CollectTargets = (from: readonly Target[]) => Target[];

/** A segment as it is met: of types, whether an object is of one of them. */
type Step = Exclude<PathSegment, { kind: 'types' }> | { kind: 'types'; mayMeet(typeName: unknown): boolean };

export function compilePath(schema: GraphQLSchema, path: readonly PathSegment[]): CollectTargets {
  const steps = path.map((segment): Step => (segment.kind === 'types' ? { kind: 'types', mayMeet: createMayMeetAny(schema, segment.names) } : segment));
  return (from) => {
    const found: Target[] = [];
    for (const { object, path: at } of from) walk(steps, 0, object, at, found);
    return found;
  };
}

/** Of a list in a list, one planner writes each, the other both in one: a list that no step is for is entered without one. */
function walk(steps: readonly Step[], index: number, value: unknown, path: DataPath | undefined, found: Target[]): void {
  const step = steps[index];
  if (Array.isArray(value)) {
    const next = step?.kind === 'list' ? index + 1 : index;
    for (let key = 0; key < value.length; key += 1) walk(steps, next, value[key], { prev: path, key }, found);
  } else if (isJsonObject(value)) {
    if (!step) found.push({ object: value, path });
    else if (step.kind === 'field') walk(steps, index + 1, getOwn(value, step.name), { prev: path, key: step.name }, found);
    else if (step.kind === 'types' && step.mayMeet(value['__typename'])) walk(steps, index + 1, value, path, found);
  }
}
