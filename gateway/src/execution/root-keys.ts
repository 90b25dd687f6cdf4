import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import { isIncluded } from './collect-fields.js';
import type { JsonObject } from './merge.js';

/** The response keys of the root fields that a request asks for: where its data would be, when nothing came back. */
export function toRootKeys(query: string, variables: JsonObject): string[] {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return [...new Set(operation ? keysOf(document, operation.selectionSet, variables) : [])];
}

function keysOf(document: DocumentNode, { selections }: SelectionSetNode, variables: JsonObject): string[] {
  return selections.filter((selection) => isIncluded(selection, variables)).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === '__typename' ? [] : [selection.alias?.value ?? selection.name.value];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(document, selection.selectionSet, variables);
    const fragment = document.definitions.find((definition) => (
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value
    ));
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? keysOf(document, fragment.selectionSet, variables) : [];
  });
}
