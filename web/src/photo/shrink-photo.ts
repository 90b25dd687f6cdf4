import { PhotoRejectedError, refusePhoto } from './photo-rejected-error';
import { readPictureKind } from './picture-kind';

/** The longer side of what is sent, in pixels; the photo store keeps no more. */
const LONGEST_SIDE = 2_048;
const QUALITY = 0.82;
/** Beyond this many pixels it may be for want of memory that a whole picture can't be decoded. */
const LARGE_PIXELS = 50_000_000;

interface Size {
  width: number;
  height: number;
}

/** Reads the head of a picture in the browser's own way: its size upright, before any pixel is decoded. */
async function openPicture(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
  });
  return image;
}

function fit({ naturalWidth, naturalHeight }: HTMLImageElement): Size {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(naturalWidth, naturalHeight));
  return { width: Math.max(1, Math.round(naturalWidth * scale)), height: Math.max(1, Math.round(naturalHeight * scale)) };
}

/** Decodes beside the page, upright and already small; where the browser has not all of these options, the picture as it is. */
async function decode(file: Blob, image: HTMLImageElement, { width, height }: Size): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image', resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } catch (error) {
    // An option that is unknown. Anything else is about the file, of which an image element would draw what is there.
    if (!(error instanceof TypeError)) throw error;
    await image.decode();
    return image;
  }
}

/** WebP; JPEG from a browser that writes none, which then gives PNG. */
async function encode(picture: ImageBitmap | HTMLImageElement, { width, height }: Size): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false })!;
  context.imageSmoothingQuality = 'high';
  // What can be seen through is white in both formats.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

async function redraw(file: Blob, signal: AbortSignal | undefined): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    const image = await openPicture(url);
    const size = fit(image);
    const picture = await decode(file, image, size).catch(() => {
      throw refusePhoto(image.naturalWidth * image.naturalHeight > LARGE_PIXELS ? 'tooLarge' : 'broken');
    });
    signal?.throwIfAborted();
    const small = await encode(picture, size);
    if ('close' in picture) picture.close();
    return small;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The picture drawn anew: upright, at most 2048 px long and never enlarged, as WebP or JPEG, without anything that the
 * file said beside its pixels, such as where it was taken. Throws `PhotoRejectedError`, or the signal's reason.
 */
export async function shrinkPhoto(file: Blob, signal?: AbortSignal): Promise<Blob> {
  const kind = await readPictureKind(file);
  signal?.throwIfAborted();
  if (kind === null) throw refusePhoto('notAPicture');
  if (kind === 'animated') throw refusePhoto('animated');
  try {
    return await redraw(file, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (kind === 'heic') throw refusePhoto('heic');
    throw error instanceof PhotoRejectedError ? error : refusePhoto('broken');
  }
}
