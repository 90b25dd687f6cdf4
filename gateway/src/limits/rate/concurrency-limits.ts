import { toAddressKey } from './address-key.js';

export interface ConcurrencyLimitsOptions {
  /** Of one person at once. Default none. */
  perViewer?: number;
  /** Of one address at once; of IPv6 a /64. Default none. */
  perAddress?: number;
  /** Of everybody at once. Default none. */
  inAll?: number;
}

/** Whoever enters. */
export interface Entrant {
  viewerKey: string | null;
  address: string | null;
}

/** Counts what is open at once, such as sockets or subscriptions, in this process. */
export interface ConcurrencyLimits {
  /** Counts one more until `leave` is called (again does nothing); null when it would be one too many, and nothing is counted. */
  enter(entrant: Entrant): (() => void) | null;
  /** How many are open. */
  readonly size: number;
}

/** Sockets and event streams: a browser has one for each tab. */
export const DEFAULT_CONNECTIONS: Required<ConcurrencyLimitsOptions> = { perViewer: 50, perAddress: 500, inAll: Infinity };
/** Operations that go on: a page of the web app has six at most. */
export const DEFAULT_SUBSCRIPTIONS: Required<ConcurrencyLimitsOptions> = { perViewer: 200, perAddress: 2_000, inAll: Infinity };

/** A counter for each viewer and address; who has none open is forgotten. */
export function createConcurrencyLimits({ perViewer = Infinity, perAddress = Infinity, inAll = Infinity }: ConcurrencyLimitsOptions = {}): ConcurrencyLimits {
  const counts = new Map<string, number>();
  let size = 0;

  return {
    enter({ viewerKey, address }) {
      const places = [
        ...(viewerKey === null ? [] : [{ key: `viewer ${viewerKey}`, most: perViewer }]),
        ...(address === null ? [] : [{ key: `address ${toAddressKey(address)}`, most: perAddress }]),
      ];
      if (size >= inAll || places.some(({ key, most }) => (counts.get(key) ?? 0) >= most)) return null;
      size += 1;
      for (const { key } of places) counts.set(key, (counts.get(key) ?? 0) + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        size -= 1;
        for (const { key } of places) {
          const left = counts.get(key)! - 1;
          if (left === 0) counts.delete(key);
          else counts.set(key, left);
        }
      };
    },
    get size() {
      return size;
    },
  };
}
