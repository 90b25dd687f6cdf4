import type { SubgraphRequest } from './subgraph-client.js';

/** Where every subgraph serves its graph. */
export const GRAPH_PATH = '/graphql';
/** The method that a signature names for a Subscribe message. */
export const SUBSCRIBE_METHOD = 'SUBSCRIBE';

/** The part of a Subscribe that its signature covers, the same on both sides. */
export const toSubscribeBody = ({ query, operationName, variables }: SubgraphRequest): string => JSON.stringify([query, operationName ?? null, variables]);

const texts = new WeakMap<SubgraphRequest, string>();

/** What goes over HTTP. A request is written once, and must not be changed after that. */
export function toRequestText(request: SubgraphRequest): string {
  const known = texts.get(request);
  if (known !== undefined) return known;
  const { query, operationName, variables } = request;
  const text = JSON.stringify({ query, operationName, variables });
  texts.set(request, text);
  return text;
}
