import type { SubgraphRequest } from './subgraph-client.js';

/** Where every subgraph serves its graph. */
export const GRAPH_PATH = '/graphql';
/** The method that a signature names for a Subscribe message. */
export const SUBSCRIBE_METHOD = 'SUBSCRIBE';

/** The part of a Subscribe that its signature covers, the same on both sides. */
export const toSubscribeBody = ({ query, operationName, variables }: SubgraphRequest): string => JSON.stringify([query, operationName ?? null, variables]);
