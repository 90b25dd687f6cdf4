/** One of the places where a subgraph is served. */
export interface Address {
  readonly url: string;
}

/** The addresses of one subgraph, in turn; one that fails is passed over for a while. */
export interface Addresses {
  /**
   * The next one that is not passed over. When all are, the one whose time ends first: there may be nothing better.
   *
   * @param tried what is of no use to this request any more; undefined is given when nothing else is left
   */
  next(tried?: ReadonlySet<Address>): Address | undefined;
  succeeded(address: Address): void;
  failed(address: Address): void;
}

interface Place extends Address {
  failureCount: number;
  /** Passed over before this moment, in milliseconds of `now`. */
  passedOverUntil: number;
}

/** How long an address is passed over after its first failure; each one in a row doubles it. */
const FIRST_PASS_OVER_MS = 1_000;
const MAX_PASS_OVER_MS = 30_000;

/** Round robin with a memory. Throws when there is no address. `now` is a monotonic clock in milliseconds. */
export function createAddresses(urls: readonly string[], now: () => number = () => performance.now()): Addresses {
  if (urls.length === 0) throw new Error('A subgraph needs an address.');
  const places: Place[] = urls.map((url) => ({ url, failureCount: 0, passedOverUntil: 0 }));
  let turn = 0;

  const passOver = (place: Place, nowMs: number): void => {
    place.passedOverUntil = nowMs + Math.min(FIRST_PASS_OVER_MS * 2 ** place.failureCount, MAX_PASS_OVER_MS);
    place.failureCount += 1;
  };

  return {
    next(tried) {
      const nowMs = now();
      let soonest: Place | undefined;
      for (let step = 0; step < places.length; step += 1) {
        const place = places[(turn + step) % places.length]!;
        if (tried?.has(place)) continue;
        if (place.passedOverUntil <= nowMs) {
          turn = (turn + step + 1) % places.length;
          // The first after its time tries it for all: until that one succeeds, the others go on passing it over.
          if (place.failureCount > 0) passOver(place, nowMs);
          return place;
        }
        if (!soonest || place.passedOverUntil < soonest.passedOverUntil) soonest = place;
      }
      return soonest;
    },
    succeeded(address) {
      const place = address as Place;
      place.failureCount = 0;
      place.passedOverUntil = 0;
    },
    failed(address) {
      const place = address as Place;
      const nowMs = now();
      // What was under way when it went down fails all at once, and is one failure.
      if (place.passedOverUntil <= nowMs) passOver(place, nowMs);
    },
  };
}
