import { open } from 'node:fs/promises';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'avif-sequence' | 'heic';

/** Enough for the signatures below and for the brands of an ISO media file. */
const HEAD_BYTES = 64;

/** What a file is by its first bytes, whatever it is called; null when it is nothing that we know. */
export async function readPictureFormat(path: string): Promise<PictureFormat | null> {
  await using file = await open(path);
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  return toPictureFormat(head.subarray(0, bytesRead));
}

function toPictureFormat(head: Buffer): PictureFormat | null {
  const hex = head.toString('hex');
  const text = head.toString('latin1');
  if (hex.startsWith('ffd8ff')) return 'jpeg';
  if (hex.startsWith('89504e470d0a1a0a')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (text.startsWith('ftyp', 4)) return toIsoFormat(readBrands(head));
  return null;
}

/** The main brand and those that the file is compatible with (ISO/IEC 14496-12, "File Type Box"). */
function readBrands(head: Buffer): string[] {
  const box = head.toString('latin1', 8, Math.min(head.readUInt32BE(0), head.length));
  return [box.slice(0, 4), ...(box.slice(8).match(/.{4}/gs) ?? [])];
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

function toIsoFormat(brands: string[]): PictureFormat | null {
  if (brands[0] === 'avis') return 'avif-sequence';
  if (brands.includes('avif')) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'heic' : null;
}
