import { CLAY, CREAM, GLASS, LEAF, SUN, WOOD, circle, ellipse, group, path, polar, rect, shadow, stroke, type Drawing, type Palette, type Tone } from './picture-parts.js';

const tableLamp: Drawing = ({ main, other }) => [
  shadow(200, 418, 90),
  path('M130 96 h140 l46 132 h-232z', main.base),
  path('M130 96 h54 l-24 132 h-76z', main.light),
  rect(192, 228, 16, 150, 0, other.base),
  rect(132, 376, 136, 34, 17, other.deep),
];

const deskLamp: Drawing = ({ main, other }) => [
  shadow(188, 412, 100),
  path('M98 406 q0 -34 84 -34 q84 0 84 34z', main.deep),
  stroke('M182 374 L120 262 L222 164', other.deep, 13),
  circle(120, 262, 16, main.base),
  group(
    { transform: 'rotate(-38 232 160)' },
    circle(232, 222, 26, SUN.light),
    path('M212 128 h40 v24 q50 20 54 72 h-148 q4 -52 54 -72z', main.base),
    path('M212 128 h18 v24 q-24 24 -26 72 h-46 q4 -52 54 -72z', main.light),
  ),
];

const floorLamp: Drawing = ({ main, other }) => [
  shadow(200, 424, 92),
  stroke('M200 190 L140 416 M200 190 L260 416 M200 190 V400', other === SUN ? WOOD.base : other.deep, 12),
  path('M136 74 h128 q18 60 20 126 h-168 q2 -66 20 -126z', main.base),
  path('M136 74 h44 q-10 60 -10 126 h-54 q2 -66 20 -126z', main.light),
];

/** A green pot would hide among the leaves. */
const potFor = (main: Tone): Tone => (main === LEAF ? WOOD : main);

const leafyPlant: Drawing = ({ main }) => [
  shadow(200, 420, 100),
  path('M130 310 h140 l-18 104 h-104z', potFor(main).base),
  rect(120, 296, 160, 30, 10, potFor(main).deep),
  path('M200 300 C190 220 120 210 96 150 C170 140 212 200 206 300z', LEAF.base),
  path('M200 300 C204 200 270 170 300 110 C322 190 270 260 206 302z', '#2F7A60'),
  path('M198 300 C190 220 180 150 206 84 C236 150 226 230 204 300z', LEAF.light),
];

const cactus: Drawing = ({ main }) => [
  shadow(200, 416, 100),
  rect(166, 116, 68, 196, 34, LEAF.base),
  stroke('M172 246 h-28 q-26 0 -26 -26 v-30', LEAF.base, 34),
  stroke('M230 214 h24 q26 0 26 -26 v-22', LEAF.base, 34),
  stroke('M186 146 v140 M200 140 v150 M214 146 v140 M116 196 v26 M282 172 v18', LEAF.light, 5),
  path('M186 116 q-4 -26 14 -32 q18 6 14 32z', CLAY.light),
  path('M134 306 h132 l-14 104 h-104z', potFor(main).base),
  path('M134 306 h50 l-6 104 h-30z', potFor(main).light),
  rect(124, 292, 152, 28, 10, potFor(main).deep),
];

const pilea: Drawing = ({ main }) => {
  const pot = potFor(main);
  const leaves: [number, number, number][] = [[122, 196, 36], [166, 132, 38], [236, 124, 40], [290, 186, 36], [200, 198, 40], [146, 250, 28], [262, 250, 30]];
  return [
    shadow(200, 418, 104),
    stroke(leaves.map(([x, y]) => `M200 318 Q200 270 ${x} ${y}`).join(' '), LEAF.deep, 5),
    ...leaves.flatMap(([x, y, r], at) => [circle(x, y, r, at % 3 === 0 ? LEAF.base : at % 3 === 1 ? '#2F7A60' : LEAF.light), circle(x, y, 5, '#CFE3D2')]),
    path('M122 306 h156 q4 104 -50 106 h-56 q-54 -2 -50 -106z', pot.base),
    path('M122 306 h46 q-6 80 14 106 h-10 q-54 -2 -50 -106z', pot.light),
  ];
};

const alarmClock: Drawing = ({ main, other }) => [
  shadow(200, 404, 112),
  stroke('M140 350 L116 396 M260 350 L284 396', main.deep, 18),
  path('M92 190 a54 54 0 0 1 80 -60z', main.deep),
  path('M308 190 a54 54 0 0 0 -80 -60z', main.deep),
  stroke('M200 118 v-18 M182 94 h36', main.deep, 12),
  circle(200, 260, 122, main.base),
  circle(200, 260, 94, CREAM.light),
  stroke([0, 90, 180, 270].map((at) => `M${polar(200, 260, 80, at)} L${polar(200, 260, 68, at)}`).join(' '), main.deep, 8),
  stroke('M200 260 L158 232', main.deep, 10),
  stroke('M200 260 L246 206', main.deep, 7),
  stroke('M200 260 L206 314', other.base, 4),
  circle(200, 260, 10, other.base),
];

const wallClock: Drawing = ({ main, other }) => [
  shadow(200, 424, 84),
  rect(138, 286, 124, 120, 14, main.deep),
  rect(152, 296, 96, 96, 8, main.light, { opacity: '.45' }),
  stroke('M200 290 V350', SUN.deep, 6),
  circle(200, 362, 22, SUN.base),
  path('M104 190 L200 84 L296 190 V300 H104z', main.base),
  path('M88 196 L200 74 L312 196', 'none', { stroke: main.deep, 'stroke-width': 20, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }),
  circle(200, 216, 66, CREAM.light),
  stroke(Array.from({ length: 12 }, (_, at) => `M${polar(200, 216, 55, at * 30)} L${polar(200, 216, at % 3 === 0 ? 46 : 51, at * 30)}`).join(' '), main.deep, 4),
  stroke('M200 216 L200 178 M200 216 L226 232', main.deep, 7),
  circle(200, 216, 7, other.base),
];

const ovalMirror: Drawing = ({ main }) => [
  shadow(200, 420, 96),
  path('M130 416 l22 -46 h96 l22 46z', main.deep),
  rect(184, 360, 32, 30, 0, main.deep),
  ellipse(200, 226, 118, 148, main.base),
  ellipse(200, 226, 94, 124, GLASS.base),
  path('M128 290 L246 122 q26 20 36 52 L170 336 q-28 -16 -42 -46z', GLASS.light),
  path('M262 300 l26 -38 q-6 44 -36 68 q-4 -14 10 -30z', GLASS.light, { opacity: '.7' }),
];

const archMirror: Drawing = ({ main }) => [
  shadow(200, 420, 116),
  path('M94 414 V190 a106 106 0 0 1 212 0 V414z', main.base),
  path('M94 414 V190 a106 106 0 0 1 106 -106 v18 a88 88 0 0 0 -84 88 V414z', main.light),
  path('M116 394 V190 a84 84 0 0 1 168 0 V394z', GLASS.base),
  path('M116 316 L258 130 q22 22 26 52 L128 394 h-12z', GLASS.light),
];

const curvyVase: Drawing = ({ main, other }) => [
  shadow(200, 416, 92),
  stroke('M196 196 Q176 130 138 92 M200 196 V80 M206 196 Q226 136 264 104', LEAF.base, 6),
  ...[[138, 92], [200, 78], [264, 104]].flatMap(([x, y]) => [circle(x!, y!, 24, other.base), circle(x!, y!, 10, other.light)]),
  path('M168 150 q-30 -6 -40 -34 q34 0 40 34z M238 160 q30 0 44 -26 q-34 -6 -44 26z', LEAF.light),
  path('M166 186 h68 q-4 40 22 70 q46 56 8 122 q-10 32 -64 32 q-54 0 -64 -32 q-38 -66 8 -122 q26 -30 22 -70z', main.base),
  path('M166 186 h24 q-4 40 -22 74 q-34 66 4 148 q-28 -6 -36 -30 q-38 -66 8 -122 q26 -30 22 -70z', main.light),
  rect(156, 178, 88, 18, 9, main.deep),
];

const roundVase: Drawing = ({ main, other }) => [
  shadow(200, 414, 108),
  stroke('M200 230 Q150 150 160 76 M204 230 Q214 140 204 60 M208 230 Q260 160 252 84', SUN.deep, 5),
  ...[[160, 76], [204, 58], [252, 84]].map(([x, y]) => path(`M${x} ${y! + 42} q-16 -30 0 -62 q16 32 0 62z`, SUN.base)),
  path('M170 222 h60 v22 q82 16 82 88 q0 78 -112 78 q-112 0 -112 -78 q0 -72 82 -88z', main.base),
  path('M90 318 q28 22 56 0 t56 0 t56 0 t52 -2 q4 24 -4 44 q-24 14 -48 -2 t-56 0 t-56 0 t-52 0 q-6 -18 -4 -40z', other.base),
  rect(160, 212, 80, 20, 10, main.deep),
];

/** What makes a home one's own. */
export const HOME_PICTURES = {
  lamp: (palette: Palette) => ([tableLamp, deskLamp, floorLamp][palette.look % 3] as Drawing)(palette),
  plant: (palette: Palette) => ([leafyPlant, cactus, pilea][palette.look % 3] as Drawing)(palette),
  clock: (palette: Palette) => (palette.look % 2 === 0 ? alarmClock : wallClock)(palette),
  mirror: (palette: Palette) => (palette.look % 2 === 0 ? ovalMirror : archMirror)(palette),
  vase: (palette: Palette) => (palette.look % 2 === 0 ? curvyVase : roundVase)(palette),
  rug: ({ main, other }: Palette) => [
    path('M76 120 l236 -18 l22 300 l-238 18z', '#1d1b16', { opacity: '.1', transform: 'translate(6 12)' }),
    group(
      { transform: 'rotate(-4 200 255)' },
      stroke(Array.from({ length: 12 }, (_, at) => `M${96 + at * 19} 104 v-18 M${96 + at * 19} 406 v18`).join(' '), main.light, 6),
      rect(86, 100, 228, 310, 6, main.base),
      rect(102, 118, 196, 274, 4, CREAM.base),
      rect(112, 128, 176, 254, 4, main.deep),
      ...[190, 255, 320].flatMap((y) => [path(`M200 ${y - 46} L262 ${y} L200 ${y + 46} L138 ${y}z`, other.base), path(`M200 ${y - 26} L234 ${y} L200 ${y + 26} L166 ${y}z`, main.light)]),
      ...[128, 382].map((y) => stroke(`M128 ${y === 128 ? 138 : 372} H272`, CREAM.base, 4)),
    ),
  ],
  frame: ({ main, other }: Palette) => [
    shadow(200, 420, 124),
    rect(88, 92, 224, 320, 8, main.base),
    path('M88 100 q0 -8 8 -8 h208 q8 0 8 8 l-16 8 h-192z', main.light),
    rect(104, 108, 192, 288, 3, CREAM.light),
    rect(128, 134, 144, 236, 2, other.light, { opacity: '.45' }),
    circle(226, 190, 30, SUN.base),
    path('M128 296 q36 -56 76 -26 q34 -34 68 4 v96 h-144z', main.base),
    path('M128 336 q50 -40 144 -10 v44 h-144z', other.base),
  ],
  linen: ({ main, other }: Palette) => [
    shadow(200, 402, 142),
    ...([[66, 334, 268, main], [78, 270, 248, CREAM], [70, 206, 258, other], [88, 142, 226, main]] as const).flatMap(([x, y, width, tone]) => [
      rect(x, y, width, 62, 22, tone.base),
      path(`M${x + 22} ${y} h${width - 44} a22 22 0 0 1 22 22 v8 h${-width} v-8 a22 22 0 0 1 22 -22z`, tone.light),
      stroke(`M${x + 26} ${y + 31} h${width - 30}`, tone.deep, 4),
    ]),
    rect(278, 206, 14, 62, 0, CREAM.light),
    rect(252, 206, 8, 62, 0, CREAM.light),
    stroke('M262 302 h52', other.base, 5),
  ],
};
