// A codegen plugin: a typed document for each operation and fragment. Unlike typed-document-node, a document refers to
// the fragments that it spreads instead of repeating them: on the exchange's page that is a third of the operations' bytes.
import { generateFragmentImportStatement } from '@graphql-codegen/visitor-plugin-common';
import { Kind, visit } from 'graphql';

const SUFFIXES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
const fragmentDoc = (name) => `${name}FragmentDoc`;

/** As JSON, without places in the source, and without lists that are empty: nobody reads those. */
const toJson = (node) => JSON.stringify(node, (key, value) => (key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value));

function findSpreads(definition) {
  const names = new Set();
  visit(definition, { FragmentSpread: ({ name }) => void names.add(name.value) });
  return [...names];
}

function toTypes({ kind, operation, name }) {
  if (kind === Kind.FRAGMENT_DEFINITION) return { variable: fragmentDoc(name.value), types: `${name.value}Fragment, never` };
  const type = `${name.value}${SUFFIXES[operation]}`;
  return { variable: `${name.value}Document`, types: `${type}, ${type}Variables` };
}

export function plugin(_schema, documents, { fragmentImports = [], outputToHelper }) {
  // A fragment stands before what spreads it.
  const definitions = documents
    .flatMap(({ document }) => document.definitions)
    .toSorted((a, b) => Number(a.kind !== Kind.FRAGMENT_DEFINITION) - Number(b.kind !== Kind.FRAGMENT_DEFINITION));
  const spread = new Set(definitions.flatMap(findSpreads).map(fragmentDoc));
  const imports = fragmentImports
    .map((statement) => ({ ...statement, importSource: { ...statement.importSource, identifiers: statement.importSource.identifiers.filter(({ name }) => spread.has(name)) } }))
    .filter(({ importSource }) => importSource.identifiers.length > 0)
    .map((statement) => generateFragmentImportStatement(statement, 'document'));
  const content = definitions.map((definition) => {
    const { variable, types } = toTypes(definition);
    const parts = [toJson(definition), ...findSpreads(definition).map(fragmentDoc)];
    return `export const ${variable} = /*#__PURE__*/ toDocument<${types}>(${parts.join(', ')});`;
  });
  return { prepend: [`import { toDocument } from '${outputToHelper}';`, ...imports], content: content.join('\n') };
}
