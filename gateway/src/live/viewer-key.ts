import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';

/** The same for those whom a subgraph can't tell from each other, but for their addresses. */
export function toViewerKey({ userId, sessionId, language, service }: SignedViewer): string {
  return JSON.stringify([userId, sessionId, language, service]);
}

/** What is the same for everybody is asked for as nobody, so that it can't be anybody's. */
export function asNobody({ viewer }: SubgraphCall): SubgraphCall {
  return { viewer: { ...viewer, userId: null, sessionId: null, address: null, service: null } };
}
