import type { TypedDocumentNode } from '@apollo/client';
import type { DocumentNode } from 'graphql';

/** An operation or fragment, as codegen writes it, with all that the fragments which it spreads consist of, each once. */
export function toDocument<Data, Variables>(definition: object, ...fragments: DocumentNode[]): TypedDocumentNode<Data, Variables> {
  const definitions = new Set([definition, ...fragments.flatMap((fragment) => fragment.definitions)]);
  return { kind: 'Document', definitions: [...definitions] } as unknown as TypedDocumentNode<Data, Variables>;
}
