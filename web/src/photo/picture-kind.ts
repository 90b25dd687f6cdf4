/** What a file is by its first bytes, whatever it is called; null when it is no picture that we know. */
export type PictureKind = 'still' | 'animated' | 'heic';

/** Holds what tells a moving picture from a still one: a PNG says it before its pixels, behind profiles of some kB. */
const HEAD_BYTES = 64 * 1024;

const HEIC_BRANDS = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/;
/** The flag of the WebP container (RFC 9649, 2.7.1). */
const WEBP_ANIMATION = 0x02;

/** The file type box of an ISO media file names its brands, the main one first (ISO/IEC 14496-12). */
function toIsoKind(head: string): PictureKind | null {
  const brands = head.slice(8, Math.min(head.charCodeAt(3) || 32, 64));
  if (brands.startsWith('avis')) return 'animated';
  if (brands.includes('avif')) return 'still';
  return HEIC_BRANDS.test(brands) ? 'heic' : null;
}

/** Reads the head of the file alone. */
export async function readPictureKind(file: Blob): Promise<PictureKind | null> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const head = new TextDecoder('latin1').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'still';
  if (head.slice(1, 4) === 'PNG') return /acTL[^]*IDAT/.test(head) ? 'animated' : 'still';
  if (head.startsWith('GIF8')) return head.includes('NETSCAPE2.0') ? 'animated' : 'still';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return head.startsWith('VP8X', 12) && bytes[20]! & WEBP_ANIMATION ? 'animated' : 'still';
  return head.startsWith('ftyp', 4) ? toIsoKind(head) : null;
}
