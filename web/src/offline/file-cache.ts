import { createBoundedCache } from './bounded-cache';

/** Some builds' worth of scripts, styles and fonts: a page that is kept needs those of its own build. */
const MOST_STATIC_FILES = 600;
const MOST_PHOTOS = 300;

/** The names of these caches; what the worker finds under another name is an older form, and deleted. */
export const FILE_CACHES = ['sle.files.1', 'sle.photos.1'] as const;

const files = createBoundedCache(FILE_CACHES[0], MOST_STATIC_FILES);
const photos = createBoundedCache(FILE_CACHES[1], MOST_PHOTOS);

/** Where a file that never changes is kept; null for everything else. */
function cacheFor({ pathname }: URL) {
  // The worker's own script is the browser's to keep.
  if (pathname.startsWith('/_next/static/service-worker/')) return null;
  // Named after their contents.
  if (pathname.startsWith('/_next/static/')) return files;
  // Drawn once; a new drawing comes with a new name of the cache.
  if (/^\/(icon[-\w]*\.(png|svg)|favicon\.ico)$/.test(pathname)) return files;
  // A photo has its address for life, and is stored in a size that a phone can keep hundreds of.
  if (pathname.startsWith('/photos/')) return photos;
  return null;
}

/** Whether the file at an address is the same for ever. */
export const isLastingFile = (url: URL): boolean => cacheFor(url) !== null;

/** The kept file, or else the network's, which is then kept. Throws as `fetch` does. */
export async function answerFile(request: Request, waitUntil: (work: Promise<unknown>) => void): Promise<Response> {
  const cache = cacheFor(new URL(request.url))!;
  const kept = await cache.find(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  // A part of a file (206) is no file.
  if (response.status === 200) waitUntil(cache.put(request.url, response.clone()).catch(() => {}));
  return response;
}

/** The fonts that a style sheet names. */
const fontsOf = (styles: string, base: string): string[] => [...styles.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, path]) => new URL(path!, base).href);

/** Keeps files that are not kept yet, and what they name; one that fails is left for the next time. */
export async function keepFiles(urls: Iterable<string>): Promise<void> {
  await Promise.allSettled(
    [...urls].map(async (url) => {
      const cache = cacheFor(new URL(url));
      if (!cache || (await cache.find(url))) return;
      const response = await fetch(url);
      if (response.status !== 200) return;
      const styles = new URL(url).pathname.endsWith('.css') ? await response.clone().text() : '';
      await cache.put(url, response);
      await keepFiles(fontsOf(styles, url));
    }),
  );
}

/** Brings the caches back within their bounds. */
export const trimFiles = (): Promise<unknown> => Promise.all([files.trim(), photos.trim()]);
