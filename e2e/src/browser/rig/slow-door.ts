import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The front door by another port of the same host, where answers to what speaks of `operation` take `delayMs` longer. */
export async function openSlowDoor(target: string, operation: string, delayMs: number): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((asked, answer) => {
    void text(asked).then((body) => {
      const forwarded = send(new URL(asked.url!, target), { method: asked.method, headers: asked.headers }, (response) => {
        const give = () => {
          answer.writeHead(response.statusCode!, response.headers);
          response.pipe(answer);
        };
        setTimeout(give, body.includes(operation) ? delayMs : 0);
      });
      forwarded.on('error', () => answer.destroy());
      forwarded.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${new URL(target).hostname}:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
