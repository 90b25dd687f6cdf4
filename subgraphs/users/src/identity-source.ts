import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { ACCESS_TOKEN, JWKS_PATH, REVOKED_SESSIONS_PATH, type IdentitySource } from '@secondlife/platform/access-token';
import { verifyViewer, VIEWER_HEADER } from '@secondlife/platform/signed-viewer';
import type { KeyRing } from './signing-key/key-ring.js';

/** Whom the gateway may believe, from the tables. */
export function createIdentitySource(dataSource: DataSource, keys: KeyRing): IdentitySource {
  return {
    readKeys: () => keys.readPublicKeys(),
    async readRevokedSessions() {
      const rows: { id: string }[] = await dataSource.query('SELECT id FROM session WHERE revoked_at > now() - make_interval(secs => $1)', [
        ACCESS_TOKEN.lifetimeSeconds,
      ]);
      return rows.map(({ id }) => id);
    },
  };
}

/** The public keys for everyone; ended sessions for signed requests of our own processes alone. */
export function registerIdentityRoutes(app: FastifyInstance, source: IdentitySource, viewerSecret: string | null): void {
  app.get(JWKS_PATH, async (_request, reply) => reply.header('cache-control', 'public, max-age=60').send({ keys: await source.readKeys() }));
  app.get(REVOKED_SESSIONS_PATH, async (request, reply) => {
    const signed = { method: 'GET', path: REVOKED_SESSIONS_PATH, body: '' };
    if (!viewerSecret || !verifyViewer(request.headers[VIEWER_HEADER], signed, viewerSecret)?.service) return reply.code(404).send({ error: 'Not found' });
    return { sessionIds: await source.readRevokedSessions() };
  });
}
