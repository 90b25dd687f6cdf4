import {
  Kind, OperationTypeNode, TypeInfo, getOperationAST, visit, visitWithTypeInfo,
  type DocumentNode, type FieldNode, type FormattedExecutionResult, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { refuse, type Refusal } from '../graph/refusal.js';
import { createCompletion, type RefusedFields } from './completion.js';
import { createPlaces } from './places.js';
import { meets, readRequirements, type Access, type Requirement } from './requirements.js';

/** What of an operation a viewer may see. */
export interface Authorized {
  /** To be run in place of what the client sent. Equal texts are completed alike. */
  document: DocumentNode;
  /** Puts what was refused into each answer: null, with an error at its path; where it may not be null, its parent is. */
  complete(result: FormattedExecutionResult): FormattedExecutionResult;
}

/** Keeps `@authenticated` and `@requiresScopes` of a supergraph. */
export interface Authorizer {
  /** A subscription whose field is refused is refused as a whole. `document` is valid. */
  authorize(document: DocumentNode, operationName: string | undefined, access: Access): Authorized | Refusal;
}

const WORDS = { UNAUTHENTICATED: 'Log in to see this.', FORBIDDEN: 'You have no access to this.' };

/** Null where the supergraph has no such directive. What was found of a document is kept as long as the document. */
export function createAuthorizer(supergraphSchema: GraphQLSchema, apiSchema: GraphQLSchema): Authorizer | null {
  const requirementsOf = readRequirements(supergraphSchema, apiSchema);
  if (!requirementsOf) return null;
  const demands = new WeakMap<DocumentNode, Demands>();

  const toDemands = (document: DocumentNode): Demands => {
    const known = demands.get(document);
    if (known) return known;
    const fields = new Map<FieldNode, readonly Requirement[]>();
    const typeInfo = new TypeInfo(apiSchema);
    visit(document, visitWithTypeInfo(typeInfo, {
      Field(node) {
        const requirements = requirementsOf(typeInfo.getParentType()?.name ?? '', node.name.value);
        if (requirements.length > 0) fields.set(node, requirements);
      },
    }));
    const found: Demands = { fields, requirements: [...new Set([...fields.values()].flat())], versions: new Map() };
    demands.set(document, found);
    return found;
  };

  const toVersion = (document: DocumentNode, operationName: string | undefined, { isAuthenticated }: Access, isRefused: (node: FieldNode) => boolean): Authorized | Refusal => {
    const code = isAuthenticated ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    // The code is in the text too, so that equal texts are completed alike.
    const { document: rewritten, refused } = withoutRefused(document, freePrefix(document, `__${code.toLowerCase()}`), isRefused);
    const operation = getOperationAST(rewritten, operationName);
    if (!operation) throw new TypeError('The document has no such operation.');
    const places = createPlaces(apiSchema, rewritten, operation);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION && rootKeysOf(rewritten, operation.selectionSet).some((key) => refused.has(key))) return refuse(code, WORDS[code]);
    return { document: rewritten, complete: createCompletion({ apiSchema, places, refused, error: { message: WORDS[code], extensions: { code } } }) };
  };

  return {
    authorize(document, operationName, access) {
      const { fields, requirements, versions } = toDemands(document);
      const missing = new Set(requirements.filter((requirement) => !meets(access, requirement)));
      if (missing.size === 0) return { document, complete: (result) => result };

      const key = `${operationName ?? ''} ${requirements.map((requirement) => Number(missing.has(requirement))).join('')} ${access.isAuthenticated}`;
      const version = versions.get(key) ?? toVersion(document, operationName, access, (node) => fields.get(node)?.some((requirement) => missing.has(requirement)) ?? false);
      versions.set(key, version);
      return version;
    },
  };
}

/** What the fields of a document require, and what became of it for viewers who lack this or that. */
interface Demands {
  fields: ReadonlyMap<FieldNode, readonly Requirement[]>;
  requirements: readonly Requirement[];
  versions: Map<string, Authorized | Refusal>;
}

/**
 * A refused field is asked for as `__typename`, under a key that no client uses. So the answer has that key wherever the field would have
 * been, under whatever conditions and fragments, with the type of the object there; and nothing of the field is planned or fetched.
 */
function withoutRefused(document: DocumentNode, prefix: string, isRefused: (node: FieldNode) => boolean): { document: DocumentNode; refused: RefusedFields } {
  const refused = new Map<string, { responseKey: string; fieldName: string }>();
  const keys = new Map<string, string>();
  const toKey = ({ alias, name }: FieldNode): string => {
    const field = { responseKey: alias?.value ?? name.value, fieldName: name.value };
    const identity = `${field.responseKey}:${field.fieldName}`;
    const key = keys.get(identity) ?? `${prefix}_${keys.size}`;
    keys.set(identity, key);
    refused.set(key, field);
    return key;
  };
  const rewritten = visit(document, {
    Field(node): FieldNode | undefined {
      if (!isRefused(node)) return undefined;
      return { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: toKey(node) }, name: { kind: Kind.NAME, value: '__typename' }, directives: node.directives ?? [] };
    },
  });
  return { document: rewritten, refused };
}

/** One that no alias of the document begins with. */
function freePrefix(document: DocumentNode, wanted: string): string {
  const aliases: string[] = [];
  visit(document, { Field: ({ alias }) => void (alias && aliases.push(alias.value)) });
  let prefix = wanted;
  while (aliases.some((alias) => alias.startsWith(prefix))) prefix += '_';
  return prefix;
}

function rootKeysOf(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootKeysOf(document, selection.selectionSet);
    const fragment = document.definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootKeysOf(document, fragment.selectionSet) : [];
  });
}
