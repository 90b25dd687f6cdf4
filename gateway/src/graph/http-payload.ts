import type { FastifyRequest } from 'fastify';
import type { OperationPayload } from './prepare.js';
import { refuseMalformed, type Refusal } from './refusal.js';

type Parameters = Readonly<Record<string, unknown>>;

/** Reads an operation out of a request, as GraphQL over HTTP has it: of the body of a POST, of the address of a GET. */
export function readPayload(request: FastifyRequest): OperationPayload | Refusal {
  return request.method === 'GET' ? readQueryString(request.query as Parameters) : readBody(request.body);
}

function readBody(body: unknown): OperationPayload | Refusal {
  if (Array.isArray(body)) return refuseMalformed('Send one operation at a time.');
  return isObject(body) ? toPayload(body) : refuseMalformed('The body must be a JSON object.');
}

function readQueryString(parameters: Parameters): OperationPayload | Refusal {
  try {
    return toPayload({ ...parameters, variables: readJson(parameters['variables']), extensions: readJson(parameters['extensions']) });
  } catch {
    return refuseMalformed('The parameters variables and extensions must be JSON.');
  }
}

const readJson = (text: unknown): unknown => (typeof text === 'string' && text !== '' ? JSON.parse(text) : text);

function toPayload({ query, operationName, variables, extensions }: Parameters): OperationPayload | Refusal {
  if (!isAbsent(query) && typeof query !== 'string') return refuseMalformed('query must be a string.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') return refuseMalformed('operationName must be a string.');
  if (!isAbsent(variables) && !isObject(variables)) return refuseMalformed('variables must be an object.');
  if (!isAbsent(extensions) && !isObject(extensions)) return refuseMalformed('extensions must be an object.');
  return { query: query ?? undefined, operationName: operationName || undefined, variables: variables ?? undefined, extensions: extensions ?? undefined };
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
