import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Logger } from '../log.js';
import { within } from '../within.js';
import type { PubSub } from './pubsub.js';

export interface RedisPubSubOptions {
  /** `redis://` or, over TLS, `rediss://`. */
  url: string;
  log: Logger;
}

/** What has been committed is not held up by a Redis that hangs: a hint may get lost. */
const HINT_TIME_LIMIT_MS = 1_000;

/** Between processes, over Redis: one connection to publish, one to listen. Both come back by themselves. */
export function createRedisPubSub({ url, log }: RedisPubSubOptions): PubSub {
  const connect = () => new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: (times) => Math.min(times * 50, 1_000) });
  const publisher = connect();
  const subscriber = connect();
  for (const [role, client] of Object.entries({ publisher, subscriber })) {
    client.on('error', (error) => log.warn({ err: error, role }, 'redis'));
  }
  const redis = new RedisPubSub({ publisher, subscriber });
  const gapListeners = new Set<() => void>();
  let wasReady = false;

  subscriber.on('ready', () => {
    if (wasReady) void announceGap();
    wasReady = true;
  });

  /** ioredis has already asked for its channels again on this connection, so the answer to a ping comes after theirs. */
  async function announceGap(): Promise<void> {
    try {
      await subscriber.ping();
    } catch {
      return;
    }
    for (const listener of gapListeners) listener();
  }

  return {
    async publish(channel, payload) {
      try {
        await within(HINT_TIME_LIMIT_MS, redis.publish(channel, payload));
      } catch (error) {
        log.warn({ err: error, channel }, 'a hint was not sent');
      }
    },
    async subscribe(channel, listener) {
      const id = await redis.subscribe(channel, listener);
      return async () => redis.unsubscribe(id);
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
    async ping() {
      await publisher.ping();
    },
    async dispose() {
      gapListeners.clear();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
