import { WebSocket } from 'ws';
import { hasRoom, settle, whenRoom, type Outbox } from './outbox.js';
import type { Receiver, SharedAnswer } from './receiver.js';

/** Copying a larger answer for each client costs more than a second frame for it. */
const LARGE_BYTES = 8 * 1024;
const WHOLE = { binary: false, compress: false, fin: true };
const BEGUN = { ...WHOLE, fin: false };

/** What of a Next message is the same for all. */
const toNextTail = ({ json }: SharedAnswer): Buffer => Buffer.from(`"type":"next","payload":${json}}`);

/**
 * A receiver whose answers go straight to the socket, as Next messages of graphql-transport-ws. A class, as there is one for each subscription for
 * as long as it lasts.
 */
export class SocketReceiver implements Receiver {
  readonly #socket: WebSocket;
  readonly #outbox: Outbox;
  readonly #head: string;
  readonly #onEnd: () => void;

  /** @param onEnd is to send the Complete */
  constructor(socket: WebSocket, outbox: Outbox, id: string, onEnd: () => void) {
    this.#socket = socket;
    this.#outbox = outbox;
    this.#head = `{"id":${JSON.stringify(id)},`;
    this.#onEnd = onEnd;
  }

  next(answer: SharedAnswer): boolean {
    const tail = answer.toBytes(toNextTail);
    if (!hasRoom(this.#outbox, Buffer.byteLength(this.#head) + tail.length)) return false;
    this.#send(tail);
    return true;
  }

  end(answer: SharedAnswer | null): void {
    if (answer) this.#send(answer.toBytes(toNextTail));
    this.#onEnd();
  }

  whenRoom(listener: () => void): void {
    whenRoom(this.#outbox, listener);
  }

  #send(tail: Buffer): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const onSent = (this.#outbox.onSent ??= () => settle(this.#outbox));
    const headBytes = Buffer.byteLength(this.#head);
    if (headBytes + tail.length < LARGE_BYTES) {
      const frame = Buffer.allocUnsafe(headBytes + tail.length);
      frame.write(this.#head);
      tail.copy(frame, headBytes);
      this.#socket.send(frame, WHOLE, onSent);
    } else {
      this.#socket.send(this.#head, BEGUN);
      this.#socket.send(tail, WHOLE, onSent);
    }
    settle(this.#outbox);
  }
}
