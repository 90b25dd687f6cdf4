import type { FormattedExecutionResult } from 'graphql';
import { REQUEST_ID_HEADER } from '../http/http-server.js';
import { signViewer, VIEWER_HEADER } from '../signed-viewer.js';
import type { Address, Addresses } from './addresses.js';
import { createHttpExchange, type HttpAnswer, type HttpQuestion } from './http-exchange.js';
import type { SubgraphClient } from './subgraph-client.js';
import { SubgraphFailure } from './subgraph-failure.js';
import { toRequestText } from './wire.js';

export interface HttpQueryOptions {
  addresses: Addresses;
  path: string;
  viewerSecret: string | null;
  maxResponseBytes: number;
}

/** Queries and mutations over HTTP; rejects with a SubgraphFailure, or with the signal's reason. */
export type HttpQuery = Pick<SubgraphClient, 'execute' | 'check' | 'dispose'>;

export function createHttpQuery({ addresses, path, viewerSecret, maxResponseBytes }: HttpQueryOptions): HttpQuery {
  const exchange = createHttpExchange({ maxResponseBytes });

  /** Of one address after the other, while nothing could be sent: what was sent is never sent again here, as it may be a mutation. */
  async function ask(question: HttpQuestion, signal: AbortSignal | undefined): Promise<HttpAnswer & { url: string }> {
    let tried: Set<Address> | undefined;
    for (let address = addresses.next()!; ;) {
      try {
        const answer = await exchange.ask(address.url, question, signal);
        addresses.succeeded(address);
        return { ...answer, url: address.url };
      } catch (error) {
        if (isOfAddress(error)) addresses.failed(address);
        if (!(error instanceof SubgraphFailure) || error.kind !== 'unreachable') throw error;
        tried = (tried ?? new Set()).add(address);
        const other = addresses.next(tried);
        if (!other) throw error;
        address = other;
      }
    }
  }

  return {
    async execute(request, { viewer, cookie, headers: propagated, trace, onSetCookie }, signal) {
      const body = toRequestText(request);
      const headers: Record<string, string> = { ...propagated, 'content-type': 'application/json', accept: ACCEPT, [REQUEST_ID_HEADER]: viewer.requestId, ...trace };
      if (viewerSecret) headers[VIEWER_HEADER] = signViewer(viewer, { method: 'POST', path, body }, viewerSecret);
      if (cookie) headers['cookie'] = cookie;
      const answer = await ask({ method: 'POST', path, headers, body }, signal);
      const result = toResult(answer.text, answer.url, answer.status);
      const setCookie = onSetCookie && answer.headers['set-cookie'];
      if (setCookie) for (const value of [setCookie].flat()) onSetCookie(value);
      return result;
    },
    async check(signal) {
      // Of a subgraph that is not ours, only that it speaks GraphQL is known.
      const { status } = viewerSecret
        ? await ask({ method: 'GET', path: '/health', headers: {} }, signal)
        : await ask({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' }, signal);
      if (status !== 200) throw new SubgraphFailure('not-graphql', `It answered ${status}.`);
    },
    dispose: exchange.dispose,
  };
}

const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/** Whether to pass the address over: it did not answer, or could not. A timeout is the caller's, by its signal. */
function isOfAddress(error: unknown): boolean {
  if (error instanceof SubgraphFailure) return error.kind !== 'not-graphql' && error.kind !== 'too-large';
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Whatever type the answer claims to have, only JSON with data or errors counts. */
function toResult(text: string, url: string, status: number): FormattedExecutionResult {
  const failure = (cause?: unknown) => new SubgraphFailure('not-graphql', `${url} answered ${status}, not in GraphQL.`, { cause });
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw failure(error);
  }
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as FormattedExecutionResult;
  throw failure();
}
