import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { z } from 'zod';
import { JWKS_PATH, REVOKED_SESSIONS_PATH, type IdentitySource } from '@secondlife/platform/access-token';
import { signViewer, toServiceViewer, VIEWER_HEADER } from '@secondlife/platform/signed-viewer';

export interface HttpIdentitySourceOptions {
  /** Addresses of the subgraph that keeps accounts, asked in turn. */
  urls: readonly string[];
  viewerSecret: string;
}

const keysShape = z.object({ keys: z.array(z.object({ kid: z.string(), kty: z.string() }).catchall(z.string())) });
const revokedShape = z.object({ sessionIds: z.array(z.string()) });
const TIMEOUT_MS = 2_000;

/** Keys and ended sessions, over HTTP. */
export function createHttpIdentitySource({ urls, viewerSecret }: HttpIdentitySourceOptions): IdentitySource {
  let turn = 0;
  const read = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const { statusCode, body } = await request(`${urls[turn++ % urls.length]}${path}`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
    return body.json();
  };
  return {
    readKeys: async () => keysShape.parse(await read(JWKS_PATH)).keys,
    async readRevokedSessions() {
      const viewer = toServiceViewer('gateway', randomUUID());
      const token = signViewer(viewer, { method: 'GET', path: REVOKED_SESSIONS_PATH, body: '' }, viewerSecret);
      return revokedShape.parse(await read(REVOKED_SESSIONS_PATH, { [VIEWER_HEADER]: token })).sessionIds;
    },
  };
}
