import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

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

/** The same for any of several conditions, where what has no type name meets each of them. */
export function mayMeetAny(schema: GraphQLSchema, typeName: unknown, conditions: readonly string[]): boolean {
  return typeof typeName !== 'string' || conditions.some((condition) => meetsCondition(schema, typeName, condition));
}
