// Draws the app's icons into public/ from its mark, as src/ui/logo.tsx has it. To be run when the mark changes; then
// the cache of files in src/offline/file-cache.ts gets a new name, since icons are kept for ever.
import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const LEAF = '#1e5b46';
const ARROWS = `<g fill="none" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
    <path d="M9.5 17.5v-2a5.5 5.5 0 0 1 5.5-5.5h6.2M18.4 6.9l3.2 3.1-3.2 3.1" stroke="#fff"/>
    <path d="M22.5 14.5v2a5.5 5.5 0 0 1-5.5 5.5h-6.2M13.6 25.1 10.4 22l3.2-3.1" stroke="#f0b73f"/>
  </g>`;
const toSvg = (ground) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n  ${ground}\n  ${ARROWS}\n</svg>\n`;

const disc = toSvg(`<circle cx="16" cy="16" r="16" fill="${LEAF}"/>`);
// To its edges: the system cuts its own shape out, and leaves at least the middle four fifths, which hold the arrows.
const square = toSvg(`<rect width="32" height="32" fill="${LEAF}"/>`);

const toFile = (name) => new URL(`../public/${name}`, import.meta.url);
const toPng = (svg, size) => sharp(Buffer.from(svg), { density: 72 * (size / 32) }).resize(size, size).png({ compressionLevel: 9, palette: true, quality: 100 }).toBuffer();

/** An ICO file with one PNG in it: a header of 6 bytes, an entry of 16, the picture. */
function toIco(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

await writeFile(toFile('icon.svg'), disc);
await writeFile(toFile('icon-192.png'), await toPng(disc, 192));
await writeFile(toFile('icon-512.png'), await toPng(disc, 512));
await writeFile(toFile('icon-maskable-512.png'), await toPng(square, 512));
await writeFile(toFile('icon-180.png'), await toPng(square, 180));
await writeFile(toFile('favicon.ico'), toIco(await toPng(disc, 32), 32));
