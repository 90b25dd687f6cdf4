import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** The response keys of the root fields that a request asks for: where its data would be, when nothing came back. */
export function toRootKeys(query: string): string[] {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return [...new Set(operation ? keysOf(document, operation.selectionSet) : [])];
}

function keysOf(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === '__typename' ? [] : [selection.alias?.value ?? selection.name.value];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(document, selection.selectionSet);
    const fragment = document.definitions.find((definition) => (
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value
    ));
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? keysOf(document, fragment.selectionSet) : [];
  });
}
