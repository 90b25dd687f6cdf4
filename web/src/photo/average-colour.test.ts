import { thumbHashToAverageRGBA } from 'thumbhash';
import { toAverageColour } from './average-colour';

it('is the colour that thumbhash says', () => {
  for (let header = 0; header < 1 << 18; header += 4_099) {
    const hash = Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16, 0, 0, 0);
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    expect(toAverageColour(hash)).toBe(`rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(' ')})`);
  }
});
