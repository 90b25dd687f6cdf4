import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { createTurnstile } from '@secondlife/platform/turnstile';
import { MOST_PIXELS, type RejectionReason } from './photo-rejection.js';
import type { StoredPhoto } from './photo-store.js';
import { readPictureFormat } from './picture-format.js';

/** The longer side of a stored picture, in pixels. */
const LONGEST_SIDE = 2_048;
/** What a thumbhash is made of, at most. */
const THUMBNAIL_SIDE = 100;
const WEBP_QUALITY = 82;
const LONGEST_DECODING_SECONDS = 30;

export type ReEncoded = ({ state: 'accepted'; picture: Buffer } & StoredPhoto) | { state: 'rejected'; reason: RejectionReason };

/** Pictures decoded at once by a process: one of 50 megapixels, decoded whole, takes 150 MB. */
const MOST_AT_ONCE = 2;

/** `reEncode`, a few at a time: a burst waits in line, and not in memory. */
export function createReEncoder(): (path: string) => Promise<ReEncoded> {
  const takeTurn = createTurnstile(MOST_AT_ONCE);
  // Each picture is read once: libvips would keep 50 MB of them for nothing.
  sharp.cache(false);
  return (path) => takeTurn(() => reEncode(path));
}

/**
 * The picture in the file as WebP: upright, in sRGB, at most 2048 px long, without any metadata. Nothing of the file
 * itself is kept, so nothing hidden in it is ever served. A file that is no whole, still picture of ours is rejected.
 */
async function reEncode(path: string): Promise<ReEncoded> {
  const reason = await findReasonAgainst(path);
  if (reason) return { state: 'rejected', reason };
  try {
    const { data, info } = await sharp(path, { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true })
      .timeout({ seconds: LONGEST_DECODING_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: WEBP_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { state: 'accepted', picture: data, width: info.width, height: info.height, thumbhash: await toThumbhash(data) };
  } catch {
    return { state: 'rejected', reason: 'DAMAGED' };
  }
}

/** What the head of the file says against it; the pixels are not decoded yet. */
async function findReasonAgainst(path: string): Promise<RejectionReason | null> {
  const format = await readPictureFormat(path);
  if (format === null) return 'UNSUPPORTED_FORMAT';
  if (format === 'heic') return 'HEIC';
  if (format === 'avif-sequence') return 'ANIMATED';
  try {
    const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    if (pages > 1) return 'ANIMATED';
    return width * height > MOST_PIXELS ? 'TOO_MANY_PIXELS' : null;
  } catch {
    return 'DAMAGED';
  }
}

async function toThumbhash(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
