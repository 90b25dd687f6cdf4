import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptWidth } from './kept-width.js';
import { createResizer } from './resize.js';

/** Where the picture of that width is, beside the whole one. */
export const toSmallerPath = (whole: string, width: KeptWidth): string => whole.replace(/\.webp$/, `-${width}.webp`);

/**
 * Makes the picture in that width beside the whole one. It is drafted in `draftDir` and renamed into place, so that readers see
 * all of it or nothing; who asks while it is being made waits for that one.
 */
export function createSmallerPictures(draftDir: string): (whole: string, width: KeptWidth) => Promise<void> {
  const resize = createResizer();
  const underWay = new Map<string, Promise<void>>();

  async function make(whole: string, width: KeptWidth): Promise<void> {
    const draft = join(draftDir, `${randomUUID()}.webp`);
    const picture = await resize(whole, width);
    await mkdir(draftDir, { recursive: true });
    try {
      await writeFile(draft, picture, { flush: true });
      await rename(draft, toSmallerPath(whole, width));
    } finally {
      await rm(draft, { force: true });
    }
  }

  return (whole, width) => {
    const path = toSmallerPath(whole, width);
    const making = underWay.get(path) ?? make(whole, width).finally(() => underWay.delete(path));
    underWay.set(path, making);
    return making;
  };
}
