import sharp from 'sharp';
import { createTurnstile } from '@secondlife/platform/turnstile';

/** Below that of the whole picture: what is lost can't be seen on a small one. */
const WEBP_QUALITY = 75;
/** Pictures made smaller at once by a process. */
const MOST_AT_ONCE = 2;

/** The picture in the file as WebP of that width, a few at a time: a burst waits in line, and not in memory. */
export function createResizer(): (path: string, width: number) => Promise<Buffer> {
  const takeTurn = createTurnstile(MOST_AT_ONCE);
  return (path, width) => takeTurn(() => sharp(path).resize({ width, withoutEnlargement: true }).webp({ quality: WEBP_QUALITY }).toBuffer());
}
