import type { FastifyInstance } from 'fastify';

/** A port that another process holds; its message names the port. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/** Opens the port and gives it (0 lets the system choose). Throws `PortTakenError`. */
export async function listen(app: FastifyInstance, { port, host }: { port: number; host: string }): Promise<number> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortTakenError(`Port ${port} on ${host} is taken by another process. Choose another with PORT=…`);
  }
  const address = app.server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address');
  return address.port;
}
