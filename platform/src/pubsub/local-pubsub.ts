import { EventEmitter } from 'node:events';
import type { PubSub } from './pubsub.js';

/** Within one process. A payload takes the way through JSON, as it would between processes. */
export function createLocalPubSub(): PubSub {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    async publish(channel, payload) {
      const text = JSON.stringify(payload);
      queueMicrotask(() => emitter.emit(channel, JSON.parse(text)));
    },
    async subscribe(channel, listener) {
      emitter.on(channel, listener);
      return async () => void emitter.off(channel, listener);
    },
    onGap: () => () => undefined,
    ping: async () => undefined,
    async dispose() {
      emitter.removeAllListeners();
    },
  };
}
