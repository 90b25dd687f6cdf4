import { CLAY, CREAM, HONEY, INK, LEAF, SKY, STEEL, SUN, WOOD, circle, ellipse, group, path, polar, rect, ring, shadow, stroke, type Drawing, type Palette } from './picture-parts.js';

const cityBike: Drawing = ({ main, other }) => {
  const tyre = main === CLAY ? SKY.deep : INK.base;
  return [
    shadow(200, 372, 150),
    ring(110, 310, 62, tyre, 10),
    ring(292, 310, 62, tyre, 10),
    stroke('M110 310 L165 215 L255 215 L200 310 Z M165 215 L200 310 M255 215 L292 310 M255 215 L246 180 M165 215 L156 188', main.base, 13),
    path('M128 184 h52 a10 10 0 0 1 0 14 h-44z', other.deep),
    stroke('M246 180 q-4 -16 14 -18 h26', other.deep, 11),
    circle(200, 310, 15, tyre),
  ];
};

const basketBike: Drawing = ({ main, other }) => [
  shadow(200, 382, 158),
  ring(104, 318, 62, INK.base, 10),
  ring(300, 318, 62, INK.base, 10),
  stroke('M32 318 a72 72 0 0 1 120 -54 M228 318 a72 72 0 0 1 104 -64', main.deep, 10),
  stroke('M104 318 L196 318 Q250 290 262 206 M196 318 L150 204 M104 318 L158 232 M262 206 L300 318 M262 206 L254 166', main.base, 13),
  stroke('M60 238 H138', INK.base, 9),
  path('M118 192 q30 -14 64 0 q-4 14 -30 14 q-28 2 -34 -14z', WOOD.deep),
  stroke('M254 166 q-6 -18 -40 -16', INK.base, 10),
  path('M266 180 h84 l-12 60 h-60z', HONEY.base),
  stroke('M272 200 h72 M276 220 h62', WOOD.base, 4),
  circle(288, 170, 14, other.base),
  circle(314, 162, 16, CLAY.light),
  circle(334, 172, 12, SUN.base),
  path('M270 182 q-6 -20 -22 -22 q2 20 22 22z', LEAF.light),
  circle(196, 318, 15, INK.base),
];

const football: Drawing = ({ main }) => {
  const corners = [0, 72, 144, 216, 288];
  const at = (radius: number, degrees: number): string => polar(200, 270, radius, degrees);
  return [
    shadow(200, 392, 112),
    circle(200, 270, 116, CREAM.light),
    path('M84 270 a116 116 0 0 0 116 116 a116 116 0 0 0 110 -80 q-40 54 -114 52 q-82 -4 -112 -88z', CREAM.deep),
    stroke(corners.map((turn) => `M${at(44, turn)} L${at(82, turn)}`).join(' '), main.deep, 5),
    path(`M${corners.map((turn) => at(46, turn)).join(' L')}z`, main.base),
    ...corners.map((turn) =>
      path(`M${at(78, turn)} L${at(92, turn - 19)} L${at(116, turn - 17)} A116 116 0 0 1 ${at(116, turn + 17)} L${at(92, turn + 19)}z`, main.base),
    ),
    stroke(corners.map((turn) => `M${at(92, turn + 19)} L${at(92, turn + 53)}`).join(' '), main.deep, 5),
  ];
};

const basketball: Drawing = ({ main }) => [
  shadow(200, 392, 112),
  circle(200, 270, 116, main.base),
  path('M120 186 a116 116 0 0 1 84 -32 q-74 40 -86 148 q-26 -60 2 -116z', main.light),
  stroke('M88 270 H312 M200 158 V382 M122 194 q72 76 0 152 M278 194 q-72 76 0 152', main === INK ? CLAY.base : INK.base, 7),
];

const yogaMat: Drawing = ({ main, other }) => [
  shadow(196, 392, 156),
  path('M110 384 L42 340 h210 l74 44z', main.deep),
  rect(60, 258, 246, 104, 52, main.base),
  path('M112 258 h194 v30 h-226 q10 -30 32 -30z', main.light),
  circle(296, 310, 52, main.deep),
  circle(296, 310, 38, main.light),
  stroke('M296 310 q16 -10 18 8 q-2 22 -26 18 q-24 -10 -14 -36 q18 -22 44 -8', main.deep, 7),
  rect(116, 258, 20, 104, 6, other.base),
  rect(212, 258, 20, 104, 6, other.base),
  stroke('M126 256 q40 -70 94 0', other.deep, 9),
];

const dumbbells: Drawing = ({ main, other }) => [
  shadow(200, 394, 150),
  group(
    { transform: 'translate(0 -104) rotate(-7 200 330)' },
    stroke('M120 330 H280', STEEL.deep, 20),
    ...[82, 284].map((x) => rect(x, 290, 34, 80, 12, other.base)),
    ...[60, 314].map((x) => rect(x, 304, 26, 52, 9, other.deep)),
  ),
  stroke('M120 330 H280', STEEL.base, 22),
  rect(78, 278, 42, 106, 14, main.base),
  rect(280, 278, 42, 106, 14, main.base),
  rect(78, 278, 18, 106, 9, main.light),
  rect(280, 278, 18, 106, 9, main.light),
  rect(52, 296, 30, 70, 10, main.deep),
  rect(318, 296, 30, 70, 10, main.deep),
];

/** What one takes outside: sport, camping, and the garden's tools. */
export const OUTDOOR_PICTURES = {
  bike: (palette: Palette) => (palette.look % 2 === 0 ? cityBike : basketBike)(palette),
  scooter: ({ main, other }: Palette) => [
    shadow(196, 404, 146),
    stroke('M306 372 L268 124', main.deep, 15),
    stroke('M286 246 L278 190', main.light, 15),
    stroke('M222 122 H312', INK.base, 13),
    stroke('M222 122 h22 M292 122 h20', other.base, 17),
    stroke('M112 356 H240 q24 0 30 -28 l14 -62', main.base, 18),
    path('M92 344 h164 v24 h-164z', main.base),
    path('M60 352 q10 -30 46 -24', 'none', { stroke: main.deep, 'stroke-width': 11, 'stroke-linecap': 'round' }),
    ...[92, 306].flatMap((x) => [circle(x, 374, 29, INK.base), circle(x, 374, 12, CREAM.base)]),
  ],
  skates: ({ main, other }: Palette) => [
    shadow(200, 412, 132),
    path('M112 108 h92 v132 q82 8 100 62 v34 h-198 q-8 -110 6 -228z', main.base),
    path('M112 108 h40 q-18 110 -8 228 h-38 q-8 -110 6 -228z', main.light),
    rect(104, 100, 108, 30, 14, main.deep),
    stroke('M176 160 h34 M176 190 h34 M178 220 h38 M196 250 h38', CREAM.light, 8),
    path('M252 258 q44 12 52 44 v34 h-64 q-10 -44 12 -78z', other.base),
    rect(98, 332, 216, 22, 10, INK.base),
    ...[140, 268].flatMap((x) => [circle(x, 380, 30, other.base), circle(x, 380, 11, CREAM.light)]),
    rect(306, 344, 30, 24, 10, CLAY.deep),
  ],
  skis: ({ main, other }: Palette) => [
    shadow(200, 432, 112),
    stroke('M108 128 L146 420 M292 128 L254 420', STEEL.deep, 7),
    stroke('M106 112 l4 34 M294 112 l-4 34', INK.base, 15),
    ellipse(141, 386, 19, 6, INK.base),
    ellipse(259, 386, 19, 6, INK.base),
    group(
      { transform: 'rotate(-5 180 250)' },
      path('M160 424 V104 q0 -44 18 -44 q18 0 18 44 V424 q-18 8 -36 0z', main.base),
      path('M160 130 h36 v40 h-36z M160 330 h36 v60 h-36z', other.base),
      rect(156, 234, 44, 66, 8, INK.base),
    ),
    group(
      { transform: 'rotate(5 220 250)' },
      path('M204 424 V104 q0 -44 18 -44 q18 0 18 44 V424 q-18 8 -36 0z', main.light),
      path('M204 130 h36 v40 h-36z M204 330 h36 v60 h-36z', other.deep),
      rect(200, 234, 44, 66, 8, INK.base),
    ),
  ],
  tent: ({ main, other }: Palette) => [
    shadow(200, 394, 172),
    path('M166 142 L262 120 L366 386 H270z', main.deep),
    path('M166 142 L282 386 H36z', main.base),
    path('M166 142 L150 386 H36z', main.light),
    path('M168 204 L222 386 H116z', INK.deep),
    path('M168 204 L116 386 h-24 q50 -80 76 -182z', other.base),
    path('M168 204 L222 386 h22 q-46 -80 -76 -182z', other.base),
    stroke('M166 142 V120 M36 386 l-18 10 M366 386 l18 10', WOOD.deep, 7),
    path('M166 122 l34 -14 l-34 -14z', CLAY.base),
  ],
  ball: (palette: Palette) => (palette.look % 2 === 0 ? football : basketball)(palette),
  racket: ({ main }: Palette) => [
    shadow(196, 424, 110),
    group(
      { transform: 'rotate(24 200 250)' },
      stroke(Array.from({ length: 7 }, (_, at) => `M${146 + at * 18} ${94 + Math.abs(3 - at) * 9} V${252 - Math.abs(3 - at) * 9}`).join(' '), CREAM.light, 3),
      stroke(Array.from({ length: 8 }, (_, at) => `M${128 + Math.abs(3.5 - at) * 6} ${110 + at * 18} H${272 - Math.abs(3.5 - at) * 6}`).join(' '), CREAM.light, 3),
      ellipse(200, 174, 82, 96, 'none', { stroke: main.base, 'stroke-width': 17 }),
      stroke('M156 260 L194 316 M244 260 L206 316', main.base, 13),
      rect(187, 308, 26, 122, 10, main.deep),
      stroke('M189 340 l22 -10 M189 364 l22 -10 M189 388 l22 -10 M189 412 l22 -10', main.light, 5),
    ),
    circle(302, 372, 36, SUN.base),
    stroke('M278 350 q22 20 6 50 M326 348 q-18 18 -6 46', '#FFFFFF', 5),
  ],
  backpack: ({ main, other }: Palette) => [
    shadow(200, 416, 112),
    stroke('M170 116 v-16 q0 -24 30 -24 q30 0 30 24 v16', main.deep, 13),
    rect(74, 250, 56, 122, 24, main.deep),
    rect(270, 250, 56, 122, 24, main.deep),
    rect(102, 108, 196, 300, 66, main.base),
    path('M168 108 h10 q-46 120 -26 300 h16 q-66 0 -66 -66 v-168 q0 -66 66 -66z', main.light),
    rect(128, 268, 144, 120, 26, main.deep),
    stroke('M144 304 h112', other.light, 7),
    path('M106 168 q4 -60 62 -60 h64 q58 0 62 60 v22 q0 20 -20 20 h-148 q-20 0 -20 -20z', main.deep),
    rect(152, 190, 20, 62, 6, other.base),
    rect(228, 190, 20, 62, 6, other.base),
    rect(92, 60, 216, 44, 22, other.base),
    circle(114, 82, 12, other.light),
  ],
  helmet: ({ main, other }: Palette) => [
    shadow(200, 396, 124),
    stroke('M128 306 Q150 390 206 388 M286 300 Q262 384 206 388', INK.base, 9),
    rect(192, 378, 30, 20, 6, other.base),
    path('M70 282 q0 -138 138 -138 q124 0 128 132 q0 22 -24 24 q-60 -16 -110 4 q-60 20 -108 8 q-24 -4 -24 -30z', main.base),
    path('M70 282 q0 -110 92 -132 q-50 54 -44 164 q-10 2 -24 -2 q-24 -4 -24 -30z', main.light),
    path('M146 250 q6 -60 40 -82 q8 34 -10 82 q-16 10 -30 0z M206 244 q10 -50 4 -84 q34 12 38 76 q-22 12 -42 8z M268 234 q0 -36 -12 -60 q32 18 42 56 q-12 12 -30 4z', main.deep),
    stroke('M82 296 q40 24 112 -2 q60 -20 118 -6', other.base, 9),
  ],
  mat: (palette: Palette) => (palette.look % 2 === 0 ? yogaMat : dumbbells)(palette),
  drill: ({ main }: Palette) => [
    shadow(176, 402, 128),
    rect(322, 196, 52, 9, 4, STEEL.deep),
    path('M262 170 h32 l26 18 v26 l-26 18 h-32z', INK.base),
    rect(68, 146, 206, 110, 36, main.base),
    path('M104 146 h120 q-80 20 -92 60 h-64 v-24 q0 -36 36 -36z', main.light),
    path('M98 236 h84 l-22 130 h-76z', main.deep),
    path('M182 254 h28 q4 34 -26 40 h-10z', INK.base),
    rect(64, 352, 122, 48, 14, INK.base),
    rect(80, 366, 48, 8, 4, main.light),
    stroke('M96 186 h56 M96 204 h56 M96 222 h40', main.deep, 7),
    rect(236, 146, 20, 110, 0, INK.light),
  ],
  toolbox: ({ main, other }: Palette) => [
    shadow(200, 396, 154),
    stroke('M132 220 v-36 q0 -22 22 -22 h92 q22 0 22 22 v36', INK.base, 18),
    rect(56, 254, 288, 134, 16, main.base),
    rect(56, 254, 78, 134, 16, main.light),
    rect(46, 212, 308, 56, 18, main.deep),
    rect(102, 248, 40, 46, 8, other.base),
    rect(258, 248, 40, 46, 8, other.base),
    rect(114, 268, 16, 14, 4, other.deep),
    rect(270, 268, 16, 14, 4, other.deep),
    rect(160, 322, 80, 26, 8, CREAM.light),
  ],
  saw: ({ main }: Palette) => [
    shadow(200, 392, 150),
    group(
      { transform: 'rotate(-24 200 270)' },
      path(`M150 232 L372 262 v26 ${Array.from({ length: 14 }, () => 'l-8 14 l-8 -14').join(' ')} l0 14z`, STEEL.light),
      path('M150 232 L372 262 v8 L150 250z', STEEL.base),
      path('M156 214 q-40 -22 -84 -4 q-50 24 -46 82 q4 44 44 44 q20 0 30 -20 q14 14 36 8 q22 -6 24 -30z', main.base),
      path('M98 240 q26 -12 46 2 q4 30 -4 52 q-12 8 -20 -6 q-22 -2 -28 12 q-18 4 -22 -14 q0 -34 28 -46z', CREAM.base, { opacity: '.9' }),
      circle(150, 236, 6, STEEL.deep),
      circle(150, 288, 6, STEEL.deep),
    ),
  ],
  wateringCan: ({ main, other }: Palette) => [
    shadow(214, 402, 126),
    stroke('M288 236 q72 -24 66 54 q-6 60 -60 70', main.deep, 17),
    path('M150 330 L82 214 l24 -16 l66 84z', main.deep),
    path('M56 216 L120 172 l10 18 L68 234z', main.base),
    ...[[50, 246], [40, 276], [64, 266]].map(([x, y]) => circle(x!, y!, 6, SKY.light)),
    path('M144 216 h148 l16 180 h-180z', main.base),
    path('M144 216 h50 l-14 180 h-52z', main.light),
    rect(134, 206, 168, 22, 11, main.deep),
    path('M166 208 q4 -64 52 -64 q48 0 52 64', 'none', { stroke: main.deep, 'stroke-width': 15, 'stroke-linecap': 'round' }),
    path('M220 296 q-26 -6 -26 -34 q26 2 26 34z M222 296 q2 -30 28 -34 q0 30 -28 34z M217 292 h8 v44 h-8z', other.light),
  ],
  gardenTools: ({ main, other }: Palette) => [
    shadow(200, 424, 112),
    group(
      { transform: 'rotate(-8 140 250)' },
      rect(122, 78, 34, 124, 17, main.base),
      rect(122, 78, 14, 124, 7, main.light),
      rect(130, 196, 18, 54, 4, STEEL.deep),
      path('M104 248 q36 -18 70 0 v82 q-4 62 -35 84 q-31 -22 -35 -84z', STEEL.base),
      path('M104 248 q16 -8 32 -9 v172 q-28 -22 -32 -81z', STEEL.light),
    ),
    group(
      { transform: 'rotate(8 262 250)' },
      rect(245, 78, 34, 124, 17, other.base),
      rect(245, 78, 14, 124, 7, other.light),
      rect(253, 196, 18, 60, 4, STEEL.deep),
      stroke('M224 398 V284 q0 -22 22 -22 h32 q22 0 22 22 V398 M262 262 V404', STEEL.base, 14),
    ),
  ],
  deckchair: ({ main, other }: Palette) => [
    shadow(200, 412, 128),
    stroke('M118 402 L252 300 M282 402 L148 300', WOOD.deep, 13),
    path('M126 96 H274 L291 344 q-91 30 -182 0z', main.base),
    path('M154 96 h28 l-5 263 q-18 -1 -37 -5z M218 96 h28 l14 258 q-19 4 -37 5z', CREAM.light),
    stroke('M118 92 H282', WOOD.base, 17),
    stroke('M126 92 L104 402 M274 92 L296 402', WOOD.light, 13),
    stroke('M106 356 H294', WOOD.base, 15),
    rect(148, 110, 104, 42, 18, other.base),
  ],
};
