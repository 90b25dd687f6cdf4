import 'server-only';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { print, type DocumentNode } from 'graphql';

const texts = new WeakMap<DocumentNode, string>();

/** An operation as Apollo Client sends it: with `__typename` everywhere. */
export function toText(document: DocumentNode): string {
  const known = texts.get(document);
  if (known) return known;
  const text = print(addTypenameToDocument(document));
  texts.set(document, text);
  return text;
}
