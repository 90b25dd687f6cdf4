import { WebSocket } from 'ws';
import type { Outbox } from './outbox.js';
import type { Receiver, SharedAnswer } from './receiver.js';

/** Copying a larger answer for each client costs more than a second frame for it. */
const LARGE_BYTES = 8 * 1024;
const WHOLE = { binary: false, compress: false, fin: true };
const BEGUN = { ...WHOLE, fin: false };

/** What of a Next message is the same for all. */
const toNextTail = ({ json }: SharedAnswer): Buffer => Buffer.from(`"type":"next","payload":${json}}`);

/** A receiver whose answers go straight to the socket, as Next messages of graphql-transport-ws; `onEnd` is to send the Complete. */
export function createSocketReceiver(socket: WebSocket, { hasRoom, settle, whenRoom }: Outbox, id: string, onEnd: () => void): Receiver {
  const head = Buffer.from(`{"id":${JSON.stringify(id)},`);

  const send = (tail: Buffer): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (head.length + tail.length < LARGE_BYTES) {
      socket.send(Buffer.concat([head, tail]), WHOLE, settle);
    } else {
      socket.send(head, BEGUN);
      socket.send(tail, WHOLE, settle);
    }
    settle();
  };

  return {
    next(answer) {
      const tail = answer.toBytes(toNextTail);
      if (!hasRoom(head.length + tail.length)) return false;
      send(tail);
      return true;
    },
    end(answer) {
      if (answer) send(answer.toBytes(toNextTail));
      onEnd();
    },
    whenRoom,
  };
}
