import { Kind, TypeInfo, isAbstractType, isInterfaceType, isObjectType, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';

/** The tag by which a subgraph declares that a field is the same for everybody. */
const PUBLIC_TAG = 'public';

/**
 * Tells of operations whether every field that they select, at any depth and in whatever subgraph, is tagged `@tag(name: "public")`. What an
 * interface or union may turn out to be counts with all its types.
 */
export function createIsPublic(apiSchema: GraphQLSchema, supergraphSchema: GraphQLSchema): (document: DocumentNode) => boolean {
  const isTagged = (typeName: string, fieldName: string): boolean => {
    const type = supergraphSchema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    const tags = field?.astNode?.directives?.filter(({ name }) => name.value === 'tag') ?? [];
    return tags.some((tag) => tag.arguments?.some(({ value }) => value.kind === Kind.STRING && value.value === PUBLIC_TAG));
  };

  return (document) => {
    const typeInfo = new TypeInfo(apiSchema);
    let isPublic = true;
    visit(document, visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        if (node.name.value === '__typename' || !parent) return;
        const types = [parent, ...(isAbstractType(parent) ? apiSchema.getPossibleTypes(parent) : [])];
        if (!types.every((type) => isTagged(type.name, node.name.value))) isPublic = false;
      },
    }));
    return isPublic;
  };
}
