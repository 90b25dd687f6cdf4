import type { FastifyRequest } from 'fastify';
import { isJsonObject } from '../execution/merge.js';
import type { OperationPayload } from './read-operation.js';

/** The operation of a POST's JSON, or of a GET's search parameters (GraphQL over HTTP, section 6). Null: it is none. */
export function readPayload({ method, body, query: search }: FastifyRequest): OperationPayload | null {
  const given = method === 'GET' ? readSearch(search as Record<string, unknown>) : body;
  if (!isJsonObject(given)) return null;
  const { query, operationName, variables, extensions } = given;
  if (typeof query !== 'string' || !isAbsentOr(isText, operationName) || !isAbsentOr(isJsonObject, variables) || !isAbsentOr(isJsonObject, extensions)) return null;
  return { query, operationName, variables, extensions };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isAbsentOr = <T>(isOne: (value: unknown) => value is T, value: unknown): value is T | null | undefined => value === undefined || value === null || isOne(value);

function readSearch({ variables, extensions, ...rest }: Record<string, unknown>): unknown {
  try {
    return { ...rest, ...(isText(variables) && { variables: JSON.parse(variables) as unknown }), ...(isText(extensions) && { extensions: JSON.parse(extensions) as unknown }) };
  } catch {
    return null;
  }
}
