import type { ServerResponse } from 'node:http';
import { hasRoom, settle, whenRoom, type Outbox } from './outbox.js';
import type { Receiver, SharedAnswer } from './receiver.js';

/** The number is the event's id, so that an EventSource that comes back says what it has. JSON has no line breaks of its own. */
const toNextEvent = ({ seq, json }: SharedAnswer): Buffer => Buffer.from(`event: next\n${seq === null ? '' : `id: ${seq}\n`}data: ${json}\n\n`);

/** Without data, an EventSource would not tell of it. */
const COMPLETE = 'event: complete\ndata:\n\n';

/** Whether more may be written. */
export const isOpen = ({ writableEnded, destroyed }: ServerResponse): boolean => !writableEnded && !destroyed;

/** A receiver whose answers are the events of one response, as graphql-sse has them; the response ends with them. */
export function createEventStreamReceiver(response: ServerResponse, outbox: Outbox): Receiver {
  const onSent = (): void => settle(outbox);
  return {
    next(answer) {
      const event = answer.toBytes(toNextEvent);
      if (!hasRoom(outbox, event.length)) return false;
      if (!isOpen(response)) return true;
      response.write(event, onSent);
      // Node holds writes back until the next tick: then what a quick client takes at once would count as unsent.
      response.socket?.uncork();
      settle(outbox);
      return true;
    },
    end(answer) {
      if (!isOpen(response)) return;
      if (answer) response.write(answer.toBytes(toNextEvent));
      response.end(COMPLETE);
    },
    whenRoom: (listener) => whenRoom(outbox, listener),
  };
}
