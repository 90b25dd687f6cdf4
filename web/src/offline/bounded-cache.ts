/** A cache of the browser that holds about the newest so many answers. */
export interface BoundedCache {
  /** By address alone: our answers do not differ by what `Vary` names, or do so by what a page puts right itself. */
  find(url: string): Promise<Response | undefined>;
  /** Takes the answer itself: hand in a clone where it is needed elsewhere. */
  put(url: string, response: Response): Promise<void>;
  /** Addresses, the newest last. */
  addresses(): Promise<string[]>;
  /** Forgets the oldest beyond the bound. */
  trim(): Promise<void>;
}

/** To count a cache costs as much as it is long, so that it is done once in so many additions. */
const TRIM_EVERY = 16;

/** Opens the cache of that name when it is first used; `most` is how many answers it holds after a trim. */
export function createBoundedCache(name: string, most: number): BoundedCache {
  let additions = 0;
  const open = () => caches.open(name);

  async function trim(): Promise<void> {
    const cache = await open();
    const requests = await cache.keys();
    await Promise.all(requests.slice(0, Math.max(0, requests.length - most)).map((request) => cache.delete(request, { ignoreVary: true })));
  }

  return {
    find: async (url) => (await open()).match(url, { ignoreVary: true }),
    async put(url, response) {
      const cache = await open();
      // A cache may hold an address once for each value of what `Vary` names: the one before goes, and the new one is the newest.
      await cache.delete(url, { ignoreVary: true });
      await cache.put(url, response);
      additions += 1;
      if (additions % TRIM_EVERY === 0) await trim();
    },
    addresses: async () => (await (await open()).keys()).map(({ url }) => url),
    trim,
  };
}
