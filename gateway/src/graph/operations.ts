import {
  getOperationAST, GraphQLError, Kind, parse, validate,
  type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type ValidationRule,
} from 'graphql';
import type { ErrorCode } from '@secondlife/platform/error-code';
import type { OperationLimitsCheck } from '../limits/operation/operation-limits.js';
import { createOperationMemory, type OperationMemory } from './operation-memory.js';
import { refuse, toRefusal, type Refusal } from './refusal.js';

export interface OperationReaderOptions {
  /** What the documents of one schema may take in memory, about. Default 32 MiB. */
  maxBytes?: number;
  /** What a document must keep beside the limits. */
  rules: readonly ValidationRule[];
  limits?: OperationLimitsCheck | null | undefined;
}

/** A document as clients send it, with the name of one of its operations; undefined where it has none. */
export interface NamedOperation {
  text: string;
  operationName: string | undefined;
}

/** The one place in which clients' documents are read, whichever door they come by. */
export interface OperationReader {
  /** The document of a text that keeps the limits and is valid for the schema: the same object each time, as long as it is remembered, and the same text. */
  read(schema: GraphQLSchema, text: string): { document: DocumentNode; text: string } | Refusal;
  /** The operations that were read most since the schema came, the most used first. */
  popular(schema: GraphQLSchema, count: number): NamedOperation[];
}

/** Parses, checks and validates, once for each schema and text. What it remembers of a schema is let go with the schema. */
export function createOperationReader({ maxBytes = 32 * 1024 * 1024, rules, limits }: OperationReaderOptions): OperationReader {
  const memories = new WeakMap<GraphQLSchema, OperationMemory>();

  const memoryOf = (schema: GraphQLSchema): OperationMemory => {
    const memory = memories.get(schema) ?? createOperationMemory(maxBytes);
    memories.set(schema, memory);
    return memory;
  };

  const toDocument = (schema: GraphQLSchema, text: string): DocumentNode | Refusal => {
    const early = limits?.checkText?.(text);
    if (early) return toRefusal(early, 'OPERATION_TOO_COMPLEX');
    let code: ErrorCode = 'GRAPHQL_PARSE_FAILED';
    try {
      const options = limits?.parseOptions;
      // Where each word stands takes more memory than the words, and only errors tell it.
      const document = parse(text, { ...options, noLocation: true });
      const tooMuch = limits?.check(document);
      if (tooMuch) return toRefusal(tooMuch, 'OPERATION_TOO_COMPLEX');
      code = 'GRAPHQL_VALIDATION_FAILED';
      if (findError(schema, document, rules) === undefined) return document;
      return toRefusal(findError(schema, parse(text, options), rules)!, code);
    } catch (thrown) {
      const error = limits ? limits.toRefusal(thrown) : thrown;
      if (error instanceof GraphQLError) return toRefusal(error, code);
      // The stack is exhausted by what is nested too deeply.
      if (error instanceof RangeError) return refuse('GRAPHQL_PARSE_FAILED', 'This document is nested too deeply to be read.');
      throw error;
    }
  };

  return {
    read(schema, text) {
      const memory = memoryOf(schema);
      const known = memory.find(text);
      if (known) return known;
      const read = toDocument(schema, text);
      return 'kind' in read ? memory.keep(text, read) : memory.refuse(text, read);
    },
    popular: (schema, count) => memoryOf(schema).mostUsed(count).flatMap(([text, { document }]) => toNames(document).map((operationName) => ({ text, operationName }))).slice(0, count),
  };
}

/** The operation of a valid document that is meant, or why there is none. */
export function findOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode | Refusal {
  return getOperationAST(document, operationName) ?? refuse('GRAPHQL_VALIDATION_FAILED', 'Name one operation of this document.');
}

function findError(schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[]): GraphQLError | undefined {
  return validate(schema, document, rules, { maxErrors: 1, hideSuggestions: true })[0];
}

function toNames(document: DocumentNode): (string | undefined)[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).map(({ name }) => name?.value);
}
