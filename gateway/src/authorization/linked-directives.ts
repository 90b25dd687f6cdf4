import { Kind, type ConstDirectiveNode, type ConstValueNode, type GraphQLSchema } from 'graphql';

/**
 * The name that a directive of one of Apollo's specifications has in a schema, by the schema's `@link`s: it may be imported under another
 * name, or the specification may be linked as another. Null where it is not linked.
 */
export function findDirectiveName(schema: GraphQLSchema, specification: string): string | null {
  const applied = [schema.astNode, ...schema.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  const link = applied.find((directive) => stringOf(argumentOf(directive, 'url'))?.startsWith(`https://specs.apollo.dev/${specification}/`));
  if (!link) return null;
  const imports = argumentOf(link, 'import');
  for (const entry of imports?.kind === Kind.LIST ? imports.values : []) {
    if (stringOf(entry) === `@${specification}`) return specification;
    if (entry.kind === Kind.OBJECT && stringOf(memberOf(entry.fields, 'name')) === `@${specification}`) return stringOf(memberOf(entry.fields, 'as'))?.slice(1) ?? specification;
  }
  return stringOf(argumentOf(link, 'as')) ?? specification;
}

/** The value of an argument as it is written. */
export const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined => memberOf(given, name);

const memberOf = (members: readonly { name: { value: string }; value: ConstValueNode }[], name: string): ConstValueNode | undefined => members.find((member) => member.name.value === name)?.value;

const stringOf = (value: ConstValueNode | undefined): string | undefined => (value?.kind === Kind.STRING ? value.value : undefined);
