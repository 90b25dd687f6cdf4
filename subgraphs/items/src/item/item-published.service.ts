import { DONE, toAsyncIterator } from '@secondlife/platform/live/async-iterator';
import { openSignals } from '@secondlife/platform/live/signals';
import type { Context } from '../context.js';
import type { Item } from './item.entity.js';
import { findListedItem, requireSearch } from './item-filter.js';
import type { ItemFilter } from './item.inputs.js';
import { PUBLISHED_CHANNEL } from './publish-item.service.js';

/** Each item that is published from now on and that the filter lets through, as it is when it is told. */
export async function openPublishedItems(context: Context, filter: ItemFilter | null): Promise<AsyncIterableIterator<Item>> {
  const search = requireSearch(filter, null);
  const signals = await openSignals<{ id: string }>({ pubsub: context.pubsub, channel: PUBLISHED_CHANNEL });
  const close = async () => void (await signals.return?.());
  return toAsyncIterator({
    async next() {
      try {
        for (;;) {
          const signal = await signals.next();
          if (signal.done) return DONE;
          const item = await findListedItem(context, signal.value.id, search);
          if (item) return { done: false, value: item };
        }
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  });
}
