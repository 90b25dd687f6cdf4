import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A port that another process holds; its message names the port. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

const taken = (port: number, host: string) => new PortTakenError(`Port ${port} on ${host} is taken by another process. Choose another with PORT=…`);

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Throws `PortTakenError` now rather than once everything behind the port has been started. */
export async function checkPort({ port, host }: { port: number; host: string }): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(isTaken(error) ? taken(port, host) : error));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** Opens the port and gives it (0 lets the system choose). Throws `PortTakenError`. */
export async function listen(app: FastifyInstance, { port, host }: { port: number; host: string }): Promise<number> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw isTaken(error) ? taken(port, host) : error;
  }
  const address = app.server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address');
  return address.port;
}
