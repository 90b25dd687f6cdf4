import { CLAY, CREAM, HONEY, INK, LEAF, PLUM, SKY, SUN, WOOD, circle, ellipse, group, path, rect, shadow, stroke, type Drawing, type Palette } from './picture-parts.js';

const bookStack: Drawing = ({ main, other }) => {
  const top = [SKY, CLAY, LEAF, SUN].find((tone) => tone !== main && tone !== other) ?? SKY;
  const third = [CLAY, SUN, SKY, PLUM].find((tone) => tone !== main && tone !== other && tone !== top) ?? PLUM;
  return [
    shadow(200, 402, 140),
    rect(70, 344, 260, 52, 8, third.base),
    rect(96, 290, 226, 52, 8, main.base),
    rect(78, 236, 212, 52, 8, other.base),
    group({ transform: 'rotate(-12 220 190)' }, rect(120, 176, 210, 50, 8, top.base), rect(136, 190, 70, 8, 4, '#FFFFFF', { opacity: '.7' })),
    group({ fill: '#FFFFFF', opacity: '.65' }, rect(92, 362, 92, 8, 4, '#FFFFFF'), rect(116, 308, 64, 8, 4, '#FFFFFF'), rect(98, 254, 80, 8, 4, '#FFFFFF')),
  ];
};

const bookRow: Drawing = ({ main, other }) => [
  shadow(200, 402, 150),
  rect(64, 170, 52, 226, 8, main.base),
  rect(64, 198, 52, 12, 0, main.light),
  rect(64, 352, 52, 12, 0, main.light),
  rect(120, 206, 40, 190, 8, CREAM.deep),
  rect(132, 236, 16, 70, 8, other.base),
  rect(164, 148, 58, 248, 8, other.base),
  circle(193, 214, 17, CREAM.light),
  rect(164, 344, 58, 16, 0, other.light),
  rect(226, 190, 36, 206, 8, main.deep),
  rect(238, 216, 12, 90, 6, CREAM.base),
  group({ transform: 'rotate(-14 306 396)' }, rect(272, 178, 46, 218, 8, CLAY.base), rect(272, 206, 46, 12, 0, SUN.base), rect(272, 346, 46, 12, 0, SUN.base)),
];

const openBook: Drawing = ({ main, other }) => [
  shadow(200, 382, 164),
  path('M34 178 q84 -40 166 6 q82 -46 166 -6 v196 q-84 -34 -166 8 q-82 -42 -166 -8z', main.base),
  path('M48 168 q80 -34 152 14 v186 q-72 -40 -152 -14z', CREAM.light),
  path('M352 168 q-80 -34 -152 14 v186 q72 -40 152 -14z', CREAM.base),
  stroke('M72 198 q52 -14 102 10 M72 226 q52 -14 102 10 M72 254 q52 -14 102 10 M72 282 q52 -14 102 10 M72 310 q30 -8 58 0', INK.light, 6, { opacity: '.5' }),
  path('M228 214 q46 -24 100 -14 v94 q-54 -10 -100 14z', other.light),
  path('M228 290 q20 -48 44 -30 q22 -30 56 2 v32 q-54 -10 -100 14z', other.base),
  circle(300, 220, 11, SUN.base),
  path('M316 136 h26 v62 l-13 -12 l-13 12z', CLAY.base),
];

const gamepad: Drawing = ({ main, other }) => [
  shadow(200, 372, 150),
  stroke('M200 196 q-4 -70 70 -86', INK.light, 9),
  path('M112 192 h176 q58 0 76 92 q16 80 -30 80 q-28 0 -58 -54 h-152 q-30 54 -58 54 q-46 0 -30 -80 q18 -92 76 -92z', main.base),
  path('M112 192 h64 q-68 24 -94 166 q-58 16 -46 -74 q18 -92 76 -92z', main.light),
  rect(106, 236, 20, 64, 7, main.deep),
  rect(84, 258, 64, 20, 7, main.deep),
  circle(286, 238, 13, other.base),
  circle(286, 298, 13, SUN.base),
  circle(256, 268, 13, CREAM.light),
  circle(316, 268, 13, CLAY.light),
  rect(176, 232, 48, 14, 7, main.deep),
  circle(176, 290, 20, main.deep),
  circle(226, 290, 20, main.deep),
];

const handheld: Drawing = ({ main, other }) => [
  shadow(200, 360, 158),
  path('M92 176 h24 v172 h-24 q-52 0 -52 -52 v-68 q0 -52 52 -52z', main.base),
  path('M308 176 h-24 v172 h24 q52 0 52 -52 v-68 q0 -52 -52 -52z', other.base),
  rect(110, 172, 180, 180, 8, INK.deep),
  rect(122, 192, 156, 140, 4, '#CFE3EE'),
  path('M122 292 h40 v-24 h34 v24 h82 v36 q0 4 -4 4 h-148 q-4 0 -4 -4z', LEAF.light),
  circle(246, 222, 13, SUN.base),
  rect(204, 248, 24, 24, 5, CLAY.base),
  circle(78, 220, 18, main.deep),
  rect(72, 266, 12, 44, 4, main.light),
  rect(56, 282, 44, 12, 4, main.light),
  circle(322, 290, 18, other.deep),
  ...[[322, 204], [322, 240], [304, 222], [340, 222]].map(([x, y]) => circle(x!, y!, 8, CREAM.light)),
];

/** What one reads, plays, and listens to. */
export const CULTURE_PICTURES = {
  books: (palette: Palette) => ([bookStack, bookRow, openBook][palette.look % 3] as Drawing)(palette),
  comic: ({ main, other }: Palette) => [
    shadow(204, 412, 124),
    group(
      { transform: 'rotate(5 200 250)' },
      rect(112, 98, 204, 304, 6, main.deep),
      rect(94, 92, 212, 304, 6, main.base),
      rect(94, 92, 16, 304, 6, main.deep),
      rect(122, 108, 170, 44, 6, CREAM.light),
      rect(136, 122, 104, 16, 8, other.base),
      rect(122, 164, 170, 216, 6, main.light),
      path('M208 196 l16 34 l36 -14 l-8 38 l34 18 l-34 18 l10 38 l-38 -12 l-16 34 l-16 -34 l-38 12 l10 -38 l-34 -18 l34 -18 l-8 -38 l36 14z', SUN.base),
      circle(208, 272, 38, CREAM.light),
      circle(195, 266, 6, INK.deep),
      circle(221, 266, 6, INK.deep),
      stroke('M192 286 q16 16 32 0', INK.deep, 6),
      path('M172 256 q4 -34 36 -34 q34 0 36 34 q-36 -14 -72 0z', other.base),
    ),
  ],
  boardGame: ({ main, other }: Palette) => {
    const pawn = other === CLAY ? SUN : other;
    return [
    shadow(200, 340, 164),
    path('M60 268 L200 206 L340 268 L200 336z', main.base),
    path('M60 268 L200 336 V356 L60 288z', main.deep),
    path('M340 268 L200 336 V356 L340 288z', main.deep),
    path('M92 268 L200 220 L308 268 L200 320z', CREAM.base),
    path('M146 244 L200 268 L146 294 L92 268z M254 244 L308 268 L254 294 L200 268z', main.light),
    path('M194 248 q-20 0 -12 -18 l12 -46 h12 l12 46 q8 18 -12 18z', CLAY.deep),
    circle(200, 170, 21, CLAY.base),
    path('M138 280 q-20 0 -12 -18 l12 -46 h12 l12 46 q8 18 -12 18z', pawn.base),
    circle(144, 202, 21, pawn.base),
    circle(138, 196, 7, pawn.light),
    path('M262 300 l36 -20 l38 20 l-38 22z', '#FFFFFF'),
    path('M262 300 l36 22 v44 l-36 -22z', CREAM.base),
    path('M336 300 l-38 22 v44 l38 -22z', CREAM.deep),
    ellipse(298, 301, 7, 4, INK.base),
    circle(274, 326, 4.5, INK.base),
    circle(286, 342, 4.5, INK.base),
    circle(326, 322, 4.5, INK.base),
    circle(317, 335, 4.5, INK.base),
    circle(308, 348, 4.5, INK.base),
  ];
  },
  puzzle: ({ main, other }: Palette) => [
    shadow(200, 398, 130),
    path('M84 140 h112 v34 a24 24 0 1 1 0 48 v34 h-34 a24 24 0 1 0 -48 0 h-30z', main.base),
    path('M204 140 h112 v116 h-34 a24 24 0 1 1 -48 0 h-30 v-34 a24 24 0 1 0 0 -48z', other.base),
    path('M84 264 h30 a24 24 0 1 1 48 0 h34 v30 a24 24 0 1 0 0 48 v38 h-112z', SKY.light),
    group({ transform: 'rotate(14 270 330) translate(30 18)' }, path('M204 264 h30 a24 24 0 1 0 48 0 h34 v116 h-112 v-38 a24 24 0 1 1 0 -48z', main === CLAY || other === CLAY ? SUN.base : CLAY.base)),
  ],
  console: (palette: Palette) => (palette.look % 2 === 0 ? gamepad : handheld)(palette),
  guitar: ({ main }: Palette) => {
    const neck = main === HONEY ? { deep: '#3E2716', base: '#5B3A22' } : { deep: '#3E2716', base: WOOD.deep };
    return [
      shadow(190, 430, 100),
      group(
        { transform: 'rotate(18 200 260)' },
        rect(190, 60, 22, 190, 0, neck.base),
        rect(180, 40, 42, 46, 8, neck.deep),
        ...[50, 66].flatMap((y) => [circle(176, y, 5, CREAM.deep), circle(226, y, 5, CREAM.deep)]),
        path('M201 220 c-60 0 -72 46 -48 74 c-50 26 -46 124 48 124 c94 0 98 -98 48 -124 c24 -28 12 -74 -48 -74z', main.base),
        path('M190 221 c-48 4 -60 48 -37 73 c-46 24 -46 112 30 123 c-54 -26 -52 -96 -10 -120 c-20 -28 -10 -64 17 -76z', main.light),
        circle(201, 312, 32, neck.deep),
        rect(170, 368, 62, 12, 6, neck.deep),
        stroke('M195 80 V370 M201 80 V370 M207 80 V370', CREAM.base, 1.6),
      ),
    ];
  },
  piano: ({ main, other }: Palette) => [
    shadow(200, 404, 150),
    stroke('M112 300 L288 396 M288 300 L112 396', INK.base, 13),
    rect(40, 200, 320, 104, 16, main.base),
    rect(40, 200, 320, 44, 16, main.deep),
    rect(40, 226, 320, 20, 0, main.deep),
    rect(64, 214, 64, 16, 4, other.base),
    ...[0, 1, 2].map((at) => circle(284 + at * 24, 222, 7, CREAM.base)),
    rect(54, 246, 292, 50, 4, CREAM.light),
    stroke(Array.from({ length: 11 }, (_, at) => `M${78.3 + at * 24.3} 248 v46`).join(' '), CREAM.deep, 3),
    ...[0, 1, 3, 4, 5, 7, 8, 10].map((at) => rect(71 + at * 24.3, 246, 15, 30, 3, INK.deep)),
    path('M150 196 l8 -64 h84 l8 64z', CREAM.light),
    stroke('M168 150 h64 M166 164 h68 M165 178 h70', INK.light, 3, { opacity: '.6' }),
    circle(184, 164, 6, INK.deep),
    circle(214, 150, 6, INK.deep),
  ],
};
