import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

export interface TestRedis {
  url: string;
  /** Cuts every connection, as a broken network or a full output buffer does. */
  cutConnections(): Promise<void>;
  dispose(): Promise<void>;
}

/** A real redis-server on a free port of its own, with nothing written to disk. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await findFreePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  // A test that fails before it could dispose leaves nothing behind either.
  const killAtExit = () => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(new Error('redis-server is not installed: `apt-get install redis-server`')));
  });
  failed.catch(() => undefined);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `redis://127.0.0.1:${port}`;
  const control = new Redis(url, { lazyConnect: true, retryStrategy: () => 25, maxRetriesPerRequest: null });
  control.on('error', () => undefined);
  await Promise.race([control.ping(), failed]);
  return {
    url,
    async cutConnections() {
      await control.client('KILL', 'TYPE', 'pubsub');
      await control.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    async dispose() {
      control.disconnect();
      child.kill('SIGTERM');
      await exited;
      process.off('exit', killAtExit);
    },
  };
}

/** A port that nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
