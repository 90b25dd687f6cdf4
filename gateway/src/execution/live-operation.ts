import { createHash } from 'node:crypto';
import { GraphQLError, Kind, OperationTypeNode, getOperationAST, print, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { createIsPublic } from './public-fields.js';
import { toResumePoint, type ResumePoint } from './resume-point.js';

/** What is known of a subscription before it is planned. */
export interface LiveOperation {
  /** As the client wrote it. */
  operation: OperationDefinitionNode;
  /** What is to be planned. */
  document: DocumentNode;
  /** The same for documents that ask for the same in the same words, from whatever number on. */
  fingerprint: string;
  /** Whether the answer is the same for everybody. */
  isPublic: boolean;
  resumePoint: ResumePoint | null;
}

/** Reads valid documents, each once for as long as it lives. Throws a GraphQLError when there is no such subscription in the document. */
export function createLiveOperations(apiSchema: GraphQLSchema, supergraphSchema: GraphQLSchema): (document: DocumentNode, operationName: string | undefined) => LiveOperation {
  const isPublic = createIsPublic(apiSchema, supergraphSchema);
  const known = new WeakMap<DocumentNode, Map<string | undefined, LiveOperation>>();

  const read = (document: DocumentNode, operationName: string | undefined): LiveOperation => {
    const operation = getOperationAST(document, operationName);
    const subscriptionType = apiSchema.getSubscriptionType();
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || !subscriptionType) throw new GraphQLError('The document has no such subscription.');
    const alone: DocumentNode = { ...document, definitions: document.definitions.filter((definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION) };
    const resumePoint = toResumePoint(subscriptionType, alone, operation);
    const planned = resumePoint?.document ?? alone;
    return {
      operation,
      document: planned,
      fingerprint: createHash('sha256').update(print(planned)).digest('base64url'),
      isPublic: isPublic(alone),
      resumePoint,
    };
  };

  return (document, operationName) => {
    const byName = known.get(document) ?? new Map<string | undefined, LiveOperation>();
    known.set(document, byName);
    const found = byName.get(operationName) ?? read(document, operationName);
    byName.set(operationName, found);
    return found;
  };
}
