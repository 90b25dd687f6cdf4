import { isAbstractType, isInterfaceType, isObjectType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';
import { getOwn, isJsonObject } from './merge.js';

/** Whether a type name is that of an interface or union. */
export function isAbstractTypeName(schema: GraphQLSchema, typeName: string): boolean {
  return isAbstractType(schema.getType(typeName));
}

/** Whether an object that says it is of type `typeName` meets a type condition. */
export function meetsCondition(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  if (typeName === condition) return true;
  const type = schema.getType(typeName);
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(conditionType, type);
}

/** The names of all types that meet a condition. */
export function namesMeeting(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  const implementing = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return new Set([condition, ...[...implementing, ...possible].map(({ name }) => name)]);
}

/** Whether a type meets any of several conditions, where what has no type name meets each of them. */
export function createMayMeetAny(schema: GraphQLSchema, conditions: readonly string[]): (typeName: unknown) => boolean {
  const names = new Set(conditions.flatMap((condition) => [...namesMeeting(schema, condition)]));
  return (typeName) => typeof typeName !== 'string' || names.has(typeName);
}

/**
 * The type of an object, by its `__typename`. An interface where that is all that is known of it, as its subgraph has one object type
 * for all that implement it (`@interfaceObject`). Undefined where such an object cannot be.
 */
export function toRuntimeType(schema: GraphQLSchema, type: GraphQLCompositeType, value: unknown): GraphQLCompositeType | undefined {
  const typeName = isJsonObject(value) ? getOwn(value, '__typename') : undefined;
  if (typeName === undefined || typeName === type.name) return type;
  const namedType = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
  if (isObjectType(namedType) || isInterfaceType(namedType)) {
    if (isAbstractType(type) && schema.isSubType(type, namedType)) return namedType;
    if (isInterfaceType(namedType) && isObjectType(type) && schema.isSubType(namedType, type)) return type;
  }
  return undefined;
}
