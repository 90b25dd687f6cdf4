import { CLAY, CREAM, GLASS, LEAF, SKY, SUN, WOOD, circle, ellipse, group, path, rect, shadow, stroke, type Drawing, type Palette, type Tone } from './picture-parts.js';

const legsOf = (main: Tone): Tone => (main === WOOD ? { deep: '#4A2E18', base: '#6C4526', light: '#8A5A33' } : WOOD);

const upholsteredChair: Drawing = ({ main }) => [
  shadow(200, 420, 120),
  path('M120 120 q80 -34 160 0 l-14 130 h-132z', main.base),
  path('M138 138 q62 -24 124 0 l-9 92 h-106z', main.light),
  rect(112, 246, 176, 44, 20, main.deep),
  stroke('M136 290 L112 412 M264 290 L288 412 M168 290 L160 400 M232 290 L240 400', legsOf(main).base, 14),
];

const slattedChair: Drawing = ({ main, other }) => [
  shadow(200, 418, 116),
  stroke('M136 112 L142 258 M264 112 L258 258', main.deep, 16),
  path('M128 104 q72 -22 144 0 l-3 42 q-69 -18 -138 0z', main.base),
  stroke('M172 150 L176 252 M200 146 V252 M228 150 L224 252', main.light, 11),
  rect(116, 248, 168, 26, 13, other.base),
  rect(112, 264, 176, 24, 12, main.base),
  stroke('M136 288 L122 408 M264 288 L278 408', main.deep, 16),
  stroke('M168 288 L164 392 M232 288 L236 392', main.base, 13),
  stroke('M130 350 H270', main.base, 9),
];

const roundTable: Drawing = ({ main, other }) => [
  shadow(200, 408, 112),
  path('M188 246 h24 l8 132 h-40z', main.deep),
  path('M200 356 q-74 6 -88 48 h30 q20 -24 58 -24 q38 0 58 24 h30 q-14 -42 -88 -48z', main.base),
  ellipse(200, 240, 154, 34, main.deep),
  ellipse(200, 228, 154, 34, main.base),
  ellipse(184, 222, 104, 18, main.light, { opacity: '.55' }),
  path('M166 190 h64 q-4 36 -32 36 q-28 0 -32 -36z', other.base),
  circle(184, 184, 14, CLAY.base),
  circle(212, 182, 15, SUN.base),
];

const longTable: Drawing = ({ main, other }) => [
  shadow(200, 408, 150),
  path('M78 250 h28 l-8 154 h-14z', main.deep),
  path('M294 250 h28 l-6 154 h-14z', main.deep),
  rect(74, 238, 252, 34, 6, main.base),
  rect(44, 210, 312, 32, 12, main.light),
  rect(44, 228, 312, 14, 7, main.base),
  path('M232 156 q-10 30 0 54 h40 q10 -24 0 -54z', other.base),
  stroke('M246 156 q-14 -34 -30 -42 M252 156 V98 M258 156 q14 -30 32 -34', LEAF.base, 5),
  circle(214, 112, 11, CLAY.base),
  circle(252, 94, 12, SUN.base),
  circle(292, 120, 11, CLAY.light),
];

const books = (x: number, floor: number, widths: number[], heights: number[], fills: string[]): string => {
  let left = x;
  return widths
    .map((width, at) => {
      const height = heights[at % heights.length] as number;
      const book = rect(left, floor - height, width, height, 3, fills[at % fills.length] as string);
      left += width + 2;
      return book;
    })
    .join('');
};

const desk: Drawing = ({ main, other }) => [
  shadow(200, 404, 150),
  path('M62 236 h20 l-4 166 h-14z', main.deep),
  rect(228, 236, 112, 120, 8, main.base),
  rect(240, 248, 88, 42, 6, main.light),
  rect(240, 300, 88, 42, 6, main.light),
  rect(270, 265, 28, 8, 4, main.deep),
  rect(270, 317, 28, 8, 4, main.deep),
  stroke('M242 358 L238 400 M326 358 L330 400', main.deep, 12),
  rect(44, 212, 312, 28, 10, main.light),
  rect(44, 228, 312, 12, 6, main.base),
  rect(74, 200, 96, 12, 4, CREAM.light),
  rect(80, 188, 84, 12, 4, other.base),
  path('M262 212 v-6 h60 v6z', other.deep),
  stroke('M292 206 L268 150 L306 112', other.deep, 8),
  path('M286 96 l52 30 q-6 22 -30 20 q-26 -6 -22 -50z', other.base),
];

const shelf: Drawing = ({ main, other }) => [
  shadow(200, 416, 120),
  rect(104, 82, 192, 326, 10, main.deep),
  ...[94, 174, 254, 334].map((y) => rect(116, y, 168, 66, 4, main.light, { opacity: '.35' })),
  books(124, 160, [14, 18, 12, 16, 20], [52, 46, 56, 40, 50], [CLAY.base, CREAM.base, other.base, SKY.base, SUN.base]),
  circle(254, 142, 17, other.light),
  path('M132 240 v-16 h36 v16 q-4 6 -18 6 q-14 0 -18 -6z', CLAY.base),
  path('M150 226 q-34 -8 -30 -38 q26 4 30 38z M150 226 q2 -34 28 -38 q2 32 -28 38z', LEAF.light),
  books(206, 240, [16, 12, 18, 14], [44, 52, 48, 38], [SUN.base, SKY.light, CLAY.light, CREAM.base]),
  rect(130, 304, 66, 12, 3, SKY.base),
  rect(136, 292, 56, 12, 3, CLAY.base),
  rect(132, 280, 50, 12, 3, SUN.base),
  books(218, 320, [14, 18, 12], [50, 42, 54], [CREAM.base, other.base, CLAY.base]),
  rect(126, 346, 148, 54, 6, main.base),
  circle(200, 372, 6, main.deep),
];

const drawers: Drawing = ({ main, other }) => [
  shadow(200, 408, 140),
  stroke('M104 372 L94 402 M296 372 L306 402', legsOf(main).base, 14),
  rect(74, 198, 252, 180, 14, main.base),
  rect(64, 186, 272, 24, 10, main.deep),
  ...[222, 276, 330].map((y) => rect(90, y, 220, 42, 8, main.light)),
  ...[243, 297, 351].flatMap((y) => [circle(144, y, 7, main.deep), circle(256, y, 7, main.deep)]),
  rect(98, 120, 70, 66, 6, other.base),
  rect(108, 130, 50, 46, 3, CREAM.light),
  path('M108 176 v-14 l16 -16 l14 14 l8 -8 l12 12 v12z', other.light),
  path('M252 186 q-16 -30 4 -52 v-18 h20 v18 q20 22 4 52z', GLASS.deep),
  stroke('M266 118 q-4 -28 -18 -36 M268 118 q6 -26 20 -30', LEAF.light, 5),
];

const wardrobe: Drawing = ({ main }) => [
  shadow(200, 420, 126),
  rect(112, 392, 26, 24, 5, main.deep),
  rect(262, 392, 26, 24, 5, main.deep),
  rect(92, 84, 216, 316, 14, main.base),
  path('M84 98 q116 -46 232 0 v12 h-232z', main.deep),
  rect(106, 122, 90, 188, 8, main.light),
  rect(204, 122, 90, 188, 8, main.light),
  rect(116, 134, 70, 106, 35, main.base, { opacity: '.55' }),
  rect(214, 134, 70, 106, 35, main.base, { opacity: '.55' }),
  rect(106, 322, 188, 60, 8, main.light),
  circle(186, 230, 6, main.deep),
  circle(214, 230, 6, main.deep),
  rect(180, 348, 40, 8, 4, main.deep),
];

/** Things to sit on, to put things on, and to put things in. */
export const FURNITURE_PICTURES = {
  chair: (palette: Palette) => (palette.look % 2 === 0 ? upholsteredChair : slattedChair)(palette),
  armchair: ({ main, other }: Palette) => [
    shadow(200, 412, 132),
    stroke('M118 366 L106 404 M282 366 L294 404', legsOf(main).base, 16),
    path('M112 160 q0 -52 88 -52 q88 0 88 52 l4 150 h-184z', main.base),
    path('M134 166 q4 -34 66 -34 q62 0 66 34 l4 120 h-140z', main.light),
    rect(126, 286, 148, 56, 20, main.light),
    rect(84, 330, 232, 46, 18, main.deep),
    rect(70, 226, 58, 144, 29, main.base),
    rect(272, 226, 58, 144, 29, main.base),
    group({ transform: 'rotate(-10 206 258)' }, rect(162, 224, 84, 66, 16, other.base), stroke('M176 246 h56 M176 264 h56', other.light, 5)),
  ],
  sofa: ({ main, other }: Palette) => [
    shadow(200, 394, 168),
    stroke('M78 352 L70 388 M322 352 L330 388', WOOD.base, 15),
    rect(52, 186, 296, 140, 34, main.base),
    rect(72, 206, 124, 98, 24, main.light),
    rect(204, 206, 124, 98, 24, main.light),
    rect(62, 290, 276, 44, 18, main.base),
    rect(62, 320, 276, 40, 14, main.deep),
    rect(26, 246, 58, 112, 28, main.deep),
    rect(316, 246, 58, 112, 28, main.deep),
    group({ transform: 'rotate(-9 120 268)' }, rect(86, 232, 70, 62, 14, other.base), circle(121, 263, 10, other.light)),
  ],
  table: (palette: Palette) => (palette.look % 2 === 0 ? longTable : roundTable)(palette),
  desk,
  shelf,
  drawers,
  wardrobe,
};
