import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';

/** The same for those whom a subgraph can't tell from each other, but for their addresses. */
export function toViewerKey({ viewer: { userId, sessionId, language, service }, headers }: SubgraphCall): string {
  return JSON.stringify([userId, sessionId, language, service, ...(headers ? [headers] : [])]);
}

/** What is the same for everybody is asked for as nobody, so that it can't be anybody's. */
export function asNobody({ viewer }: SubgraphCall): SubgraphCall {
  return { viewer: { ...viewer, userId: null, sessionId: null, address: null, service: null } };
}

/** What of a call a subscription keeps: no more than who asks. */
export function toLasting({ viewer, headers }: SubgraphCall): SubgraphCall {
  return headers ? { viewer, headers } : { viewer };
}
