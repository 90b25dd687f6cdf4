import {
  getNamedType, isInterfaceType, isObjectType, isUnionType, valueFromASTUntyped,
  type ConstDirectiveNode, type GraphQLCompositeType, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';
import { argumentOf, findDirectiveName } from './linked-directives.js';

/** What is known of who asks. */
export interface Access {
  isAuthenticated: boolean;
  scopes: ReadonlySet<string>;
}

/** What a viewer must have: to be known (`@authenticated`), or all the scopes of one of these lists (`@requiresScopes`). */
export type Requirement = { kind: 'authenticated' } | { kind: 'scopes'; anyOf: readonly (readonly string[])[] };

/** Whether a viewer has what is required. */
export function meets({ isAuthenticated, scopes }: Access, requirement: Requirement): boolean {
  return requirement.kind === 'authenticated' ? isAuthenticated : requirement.anyOf.some((allOf) => allOf.every((scope) => scopes.has(scope)));
}

/** All that a field asks of a viewer who selects it on a type; nothing for most. */
export type RequirementsOf = (typeName: string, fieldName: string) => readonly Requirement[];

/**
 * Reads what a supergraph requires. Null where it knows neither directive.
 *
 * A field needs what stands on it, on its type and on the type that has it. One that is selected on an interface may be read of any of its
 * types, and so needs what each of them needs. A field that gives an interface does not need what the interface's types need: they can be
 * there for some viewers, who select by fragments what they may see. Apollo's composition writes what the types need on the interface
 * too; what stands on an interface none of whose types needs the like is its own, and the field that gives it needs that.
 */
export function readRequirements(supergraphSchema: GraphQLSchema, apiSchema: GraphQLSchema): RequirementsOf | null {
  const authenticated = findDirectiveName(supergraphSchema, 'authenticated');
  const requiresScopes = findDirectiveName(supergraphSchema, 'requiresScopes');
  if (authenticated === null && requiresScopes === null) return null;
  // One object for what is the same, so that a set holds it once.
  const interned = new Map<string, Requirement>();
  const intern = (requirement: Requirement): Requirement => {
    const key = JSON.stringify(requirement);
    const known = interned.get(key) ?? requirement;
    interned.set(key, known);
    return known;
  };

  const toRequirement = (directive: ConstDirectiveNode): Requirement[] => {
    if (directive.name.value === authenticated) return [intern({ kind: 'authenticated' })];
    const scopes = directive.name.value === requiresScopes ? argumentOf(directive, 'scopes') : undefined;
    return scopes ? [intern({ kind: 'scopes', anyOf: valueFromASTUntyped(scopes) as string[][] })] : [];
  };
  const ofType = ({ name }: GraphQLNamedType): Requirement[] => {
    const type = supergraphSchema.getType(name);
    return [type?.astNode, ...(type?.extensionASTNodes ?? [])].flatMap((node) => node?.directives ?? []).flatMap(toRequirement);
  };
  const ofField = (typeName: string, fieldName: string): Requirement[] => {
    const type = supergraphSchema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    return (field?.astNode?.directives ?? []).flatMap(toRequirement);
  };

  const ofGiven = (type: GraphQLNamedType): Requirement[] => {
    if (isUnionType(type)) return [];
    if (!isInterfaceType(type)) return ofType(type);
    const inherited = new Set(apiSchema.getPossibleTypes(type).flatMap(ofType).map(({ kind }) => kind));
    return ofType(type).filter(({ kind }) => !inherited.has(kind));
  };
  const ofSelected = (type: GraphQLCompositeType, fieldName: string): Requirement[] => {
    const types = isInterfaceType(type) ? [type, ...apiSchema.getPossibleTypes(type)] : [type];
    return types.flatMap((one) => [...ofType(one), ...ofField(one.name, fieldName)]);
  };

  const known = new Map<string, readonly Requirement[]>();
  return (typeName, fieldName) => {
    const coordinate = `${typeName}.${fieldName}`;
    const found = known.get(coordinate);
    if (found) return found;
    const type = apiSchema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || !(isObjectType(type) || isInterfaceType(type))) return [];
    const requirements = [...new Set([...ofSelected(type, fieldName), ...ofGiven(getNamedType(field.type))])];
    known.set(coordinate, requirements);
    return requirements;
  };
}
