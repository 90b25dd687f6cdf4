import { CREAM, INK, SUN, WOOD, circle, group, path, rect, shadow, stroke, type Drawing, type Palette } from './picture-parts.js';

const hanger = (y: number): string => stroke(`M200 ${y} v-18 q18 -6 16 -24 q-4 -16 -22 -12 q-10 4 -10 14`, INK.light, 7);

const overcoat: Drawing = ({ main, other }) => [
  shadow(200, 430, 110),
  hanger(106),
  path('M132 128 l-54 34 q-12 10 -14 24 l-14 144 l52 8 l18 -110z', main.deep),
  path('M268 128 l54 34 q12 10 14 24 l14 144 l-52 8 l-18 -110z', main.deep),
  path('M144 112 q56 -14 112 0 l26 20 q10 150 24 280 h-212 q14 -130 24 -280z', main.base),
  path('M200 178 v234 h-106 q14 -130 24 -280 l26 -20z', main.light, { opacity: '.35' }),
  path('M150 110 l50 74 l-34 26 l-42 -78z', main.deep),
  path('M250 110 l-50 74 l34 26 l42 -78z', main.deep),
  path('M166 110 q34 -10 68 0 l-34 60z', CREAM.base),
  stroke('M200 184 V410', main.deep, 5),
  ...[236, 284, 332].flatMap((y) => [circle(184, y, 8, other.base), circle(220, y, 8, other.base)]),
  rect(120, 318, 46, 14, 6, main.deep),
  rect(236, 318, 46, 14, 6, main.deep),
];

const raincoat: Drawing = ({ main }) => [
  shadow(200, 430, 112),
  path('M140 164 l-56 40 q-10 8 -12 20 l-16 120 l50 12 l26 -96z', main.deep),
  path('M260 164 l56 40 q10 8 12 20 l16 120 l-50 12 l-26 -96z', main.deep),
  path('M146 160 h108 l24 18 q8 124 22 236 h-200 q14 -112 22 -236z', main.base),
  path('M200 170 v244 h-100 q14 -112 22 -236 l24 -18z', main.light, { opacity: '.45' }),
  path('M136 176 q-18 -112 64 -112 q82 0 64 112 q-64 26 -128 0z', main.base),
  path('M160 170 q-10 -76 40 -76 q50 0 40 76 q-40 16 -80 0z', main.deep),
  stroke('M200 186 V412', main.deep, 5),
  stroke('M184 180 v40 M216 180 v40', CREAM.light, 5),
  ...[242, 292, 342].map((y) => rect(188, y, 24, 12, 6, CREAM.light)),
  path('M122 316 h50 l-6 44 h-50z M278 316 h-50 l6 44 h50z', main.deep),
];

const summerDress: Drawing = ({ main, other }) => [
  shadow(200, 430, 116),
  stroke('M164 150 L170 92 M236 150 L230 92', main.deep, 10),
  hanger(86),
  path('M152 92 h96', 'none', { stroke: INK.light, 'stroke-width': 7, 'stroke-linecap': 'round' }),
  path('M150 142 q24 14 50 14 q26 0 50 -14 q10 50 -6 92 q54 70 76 184 h-240 q22 -114 76 -184 q-16 -42 -6 -92z', main.base),
  path('M150 142 q14 8 28 12 q-6 50 -2 80 q-36 80 -40 184 h-56 q22 -114 76 -184 q-16 -42 -6 -92z', main.light),
  rect(152, 226, 96, 18, 9, other.base),
  ...[[180, 190], [222, 184], [170, 290], [214, 276], [256, 310], [140, 348], [196, 340], [238, 370], [282, 384], [164, 394], [114, 396]].map(([x, y]) => circle(x!, y!, 8, CREAM.light)),
];

const longDress: Drawing = ({ main, other }) => [
  shadow(200, 434, 106),
  hanger(86),
  path('M160 96 q40 26 80 0 l46 24 l-14 66 l-28 -10 q-6 30 -2 56 q54 90 56 194 h-196 q2 -104 56 -194 q4 -26 -2 -56 l-28 10 l-14 -66z', main.base),
  path('M160 96 q40 26 80 0 l10 6 q-50 46 -100 0z', main.light),
  path('M102 426 q2 -104 56 -194 h14 q-34 90 -26 194z', main.light),
  path('M254 426 q2 -90 -34 -194 h22 q54 90 56 194z', main.deep),
  rect(152, 222, 96, 18, 9, other.base),
  path('M192 232 l-18 60 l16 -10 l10 18 l10 -18 l16 10 l-18 -60z', other.deep),
];

/** What one wears. */
export const CLOTHING_PICTURES = {
  coat: (palette: Palette) => (palette.look % 2 === 0 ? overcoat : raincoat)(palette),
  dress: (palette: Palette) => (palette.look % 2 === 0 ? summerDress : longDress)(palette),
  jumper: ({ main, other }: Palette) => [
    shadow(200, 404, 122),
    path('M132 136 l-60 50 q-10 10 -12 22 l-22 138 l56 12 l32 -110z', main.deep),
    path('M268 136 l60 50 q10 10 12 22 l22 138 l-56 12 l-32 -110z', main.deep),
    path('M146 122 h108 l26 18 v236 q0 14 -14 14 h-132 q-14 0 -14 -14 v-236z', main.base),
    path('M150 122 q50 44 100 0 l-8 -14 h-84z', main.light),
    rect(120, 356, 160, 34, 12, main.light),
    path('M120 210 l20 26 l20 -26 l20 26 l20 -26 l20 26 l20 -26 l20 26 l20 -26 v34 l-20 26 l-20 -26 l-20 26 l-20 -26 l-20 26 l-20 -26 l-20 26 l-20 -26z', other.base),
    ...[140, 180, 220, 260].map((x) => circle(x, 300, 7, CREAM.light)),
    ...[160, 200, 240].map((x) => circle(x, 186, 7, CREAM.light)),
  ],
  shirt: ({ main, other }: Palette) => [
    shadow(200, 418, 108),
    path('M140 116 l-78 46 l-24 74 l52 26 l34 -58z', main.deep),
    path('M260 116 l78 46 l24 74 l-52 26 l-34 -58z', main.deep),
    path('M144 112 h112 l28 16 v274 q-84 22 -168 0 v-274z', main.base),
    path('M116 128 l28 -16 h26 q-24 140 -14 298 q-22 -2 -40 -8z', main.light),
    path('M200 158 L152 100 l-18 34 l40 56z M200 158 L248 100 l18 34 l-40 56z', CREAM.light),
    path('M168 100 h64 l-32 50z', main.deep),
    stroke('M200 166 V408', main.deep, 4),
    ...[196, 246, 296, 346].map((y) => circle(200, y, 6, CREAM.light)),
    path('M224 220 h40 v34 q-20 16 -40 0z', other.base),
  ],
  jeans: ({ main, other }: Palette) => [
    shadow(200, 428, 106),
    path('M126 84 h148 l22 332 h-74 l-22 -202 l-22 202 h-74z', main.base),
    path('M126 84 h52 q-20 150 -28 332 h-46z', main.light),
    rect(122, 76, 156, 32, 6, main.deep),
    ...[142, 194, 246].map((x) => rect(x, 70, 12, 44, 3, main.base)),
    circle(200, 92, 7, SUN.base),
    stroke('M124 126 q34 2 38 -14 M276 126 q-34 2 -38 -14 M200 112 v66 q-16 -4 -16 -26', other === SUN ? SUN.light : SUN.base, 4),
    rect(100, 390, 82, 26, 4, main.deep),
    rect(218, 390, 82, 26, 4, main.deep),
    path('M236 250 h34 v30 q-17 14 -34 0z', other.base),
  ],
  boots: ({ main }: Palette) => {
    const sole = main === WOOD ? '#3E2716' : INK.base;
    return [
      shadow(212, 398, 150),
      group({ transform: 'translate(62 -12)' }, path('M96 150 h84 v140 q72 10 84 66 v38 h-172z', main.deep), path('M92 378 h180 v22 h-180z', sole), path('M96 150 h84 v26 h-84z', main.base)),
      path('M96 150 h84 v140 q72 10 84 66 v38 h-172z', main.base),
      path('M96 176 h24 v202 h-26z', main.light),
      path('M92 378 h180 v22 h-180z', sole),
      stroke('M150 186 h34 M150 216 h34 M152 246 h36 M160 276 h36', CREAM.base, 7),
      path('M96 150 h84 v26 h-84z', main.deep),
    ];
  },
  trainers: ({ main, other }: Palette) => [
    shadow(206, 392, 160),
    group(
      { transform: 'translate(22 -40)' },
      path('M62 240 q28 14 56 -8 q44 66 106 86 l74 22 q34 10 36 46 h-274 q-14 -76 2 -146z', main.deep),
      rect(48, 366, 300, 28, 14, CREAM.deep),
    ),
    path('M62 240 q28 14 56 -8 q44 66 106 86 l74 22 q34 10 36 46 h-274 q-14 -76 2 -146z', main.base),
    path('M62 240 q28 14 56 -8 l16 22 q-30 36 -24 132 h-50 q-14 -76 2 -146z', main.light),
    path('M258 328 l40 12 q34 10 36 46 h-84 q-8 -34 8 -58z', other.base),
    stroke('M142 282 l24 -24 M166 300 l24 -22 M194 316 l22 -20', CREAM.light, 9),
    path('M110 350 q60 -6 96 -34 l14 16 q-40 40 -110 42z', CREAM.light),
    rect(48, 366, 300, 28, 14, CREAM.light),
    rect(48, 382, 300, 12, 6, CREAM.deep),
  ],
  handbag: ({ main, other }: Palette) => [
    shadow(200, 408, 138),
    stroke('M132 218 v-44 q0 -72 68 -72 q68 0 68 72 v44', main.deep, 17),
    path('M82 208 h236 l22 170 q2 24 -22 24 h-236 q-24 0 -22 -24z', main.base),
    path('M82 208 h70 l-10 194 h-60 q-24 0 -22 -24z', main.light),
    path('M78 208 h244 l6 56 q-128 74 -256 0z', main.deep),
    circle(200, 292, 23, other.base),
    circle(200, 292, 10, main.deep),
    circle(132, 222, 9, other.base),
    circle(268, 222, 9, other.base),
  ],
};
