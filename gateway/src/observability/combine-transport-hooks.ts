import type { TransportHooks } from '../transport/transport-policy.js';

/** Hooks that tell both of each event, the first one first. */
export const combineTransportHooks = (first: TransportHooks, second: TransportHooks): TransportHooks => ({
  onFetch(...told) {
    first.onFetch?.(...told);
    second.onFetch?.(...told);
  },
  onRetry(...told) {
    first.onRetry?.(...told);
    second.onRetry?.(...told);
  },
  onShare(...told) {
    first.onShare?.(...told);
    second.onShare?.(...told);
  },
  onStateChange(...told) {
    first.onStateChange?.(...told);
    second.onStateChange?.(...told);
  },
});
