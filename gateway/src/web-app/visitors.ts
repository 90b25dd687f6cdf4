import type { FastifyRequest } from 'fastify';
import { signViewer, toServiceViewer, verifyViewer, type SignedRequest } from '@secondlife/platform/signed-viewer';

/** On a page's request to the web app, and on what that asks the graph for the page. */
export const VISITOR_HEADER = 'x-secondlife-visitor';

/** Nothing else is signed so: it can't be shown to a subgraph. */
const SCOPE: SignedRequest = { method: 'VISIT', path: '', body: '' };

/** Whose requests the web app's are: else all visitors would have one address, and the limits of one. */
export interface Visitors {
  /** For the web app: who asks for the page, signed, for half a minute. */
  toHeader(request: Pick<FastifyRequest, 'id' | 'ip'>): string;
  /** The visitor's address where the web app asks for one, else the request's own. */
  addressOf(request: Pick<FastifyRequest, 'headers' | 'ip'>): string;
}

/** @param secret the same in all processes of the gateway */
export function createVisitors(secret: string): Visitors {
  return {
    toHeader: ({ id, ip }) => signViewer({ ...toServiceViewer('web', id), address: ip }, SCOPE, secret),
    addressOf({ headers, ip }) {
      const given = headers[VISITOR_HEADER];
      return (given && verifyViewer(given, SCOPE, secret)?.address) || ip;
    },
  };
}
