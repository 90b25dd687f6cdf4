import { WebSocket } from 'ws';
import { hasRoom, settle, whenRoom, type Outbox } from './outbox.js';
import type { Receiver, SharedAnswer } from './receiver.js';

/** Copying a larger answer for each client costs more than a second frame for it. */
const LARGE_BYTES = 8 * 1024;
const WHOLE = { binary: false, compress: false, fin: true };
const BEGUN = { ...WHOLE, fin: false };

/** What of a Next message is the same for all. */
const toNextTail = ({ json }: SharedAnswer): Buffer => Buffer.from(`"type":"next","payload":${json}}`);

/** A receiver whose answers go straight to the socket, as Next messages of graphql-transport-ws; `onEnd` is to send the Complete. */
export function createSocketReceiver(socket: WebSocket, outbox: Outbox, id: string, onEnd: () => void): Receiver {
  const head = `{"id":${JSON.stringify(id)},`;
  const headBytes = Buffer.byteLength(head);

  const onSent = (): void => settle(outbox);

  const send = (tail: Buffer): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (headBytes + tail.length < LARGE_BYTES) {
      const frame = Buffer.allocUnsafe(headBytes + tail.length);
      frame.write(head);
      tail.copy(frame, headBytes);
      socket.send(frame, WHOLE, onSent);
    } else {
      socket.send(head, BEGUN);
      socket.send(tail, WHOLE, onSent);
    }
    settle(outbox);
  };

  return {
    next(answer) {
      const tail = answer.toBytes(toNextTail);
      if (!hasRoom(outbox, headBytes + tail.length)) return false;
      send(tail);
      return true;
    },
    end(answer) {
      if (answer) send(answer.toBytes(toNextTail));
      onEnd();
    },
    whenRoom: (listener) => whenRoom(outbox, listener),
  };
}
