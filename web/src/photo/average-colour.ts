const toByte = (part: number): number => Math.round(Math.max(0, Math.min(1, part)) * 255);

/**
 * The mean colour of a picture, as CSS, from the first three bytes of its thumbhash (https://evanw.github.io/thumbhash/):
 * 6 bits each of lightness, yellow against blue, and red against green. By itself, since every page needs this much at
 * once and the rest of `thumbhash` seldom.
 */
export function toAverageColour(thumbhash: Uint8Array): string {
  const [low = 0, middle = 0, high = 0] = thumbhash;
  const header = low | (middle << 8) | (high << 16);
  const lightness = (header & 63) / 63;
  const yellow = ((header >> 6) & 63) / 31.5 - 1;
  const red = ((header >> 12) & 63) / 31.5 - 1;
  const b = lightness - (2 / 3) * yellow;
  const r = (3 * lightness - b + red) / 2;
  return `rgb(${toByte(r)} ${toByte(r - red)} ${toByte(b)})`;
}
