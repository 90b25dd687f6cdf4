import { CLAY, HONEY, INK, LEAF, PLUM, SKY, SUN, WOOD, group, rect, type Drawing, type Palette, type Tone } from './picture-parts.js';
import { CHILDREN_PICTURES } from './pictures-children.js';
import { CLOTHING_PICTURES } from './pictures-clothing.js';
import { CULTURE_PICTURES } from './pictures-culture.js';
import { FURNITURE_PICTURES } from './pictures-furniture.js';
import { HOME_PICTURES } from './pictures-home.js';
import { KITCHEN_PICTURES } from './pictures-kitchen.js';
import { OUTDOOR_PICTURES } from './pictures-outdoors.js';
import { TECH_PICTURES } from './pictures-tech.js';

const DRAWINGS = {
  ...FURNITURE_PICTURES,
  ...HOME_PICTURES,
  ...KITCHEN_PICTURES,
  ...TECH_PICTURES,
  ...CULTURE_PICTURES,
  ...CHILDREN_PICTURES,
  ...CLOTHING_PICTURES,
  ...OUTDOOR_PICTURES,
} satisfies Record<string, Drawing>;

/** An object that can be drawn. */
export type PictureKind = keyof typeof DRAWINGS;
export const PICTURE_KINDS = Object.keys(DRAWINGS) as PictureKind[];

export interface Picture {
  kind: PictureKind;
  /**
   * 0, 1, 2 …: the colour is `variant % 6` (leaf, clay, sun, sky, plum, and the natural one: wood, or ink); the ground, and
   * the shape where a kind has several, change with every six. Odd sixes are drawn mirrored.
   */
  variant: number;
}

/** The soft tokens of the look, light theme. */
const GROUND = { leaf: '#DDECDF', clay: '#F9E3D8', sun: '#FBEFCF', sky: '#DCE8F2', plum: '#EADFF0', paper: '#F1EADD' };

/** A colour, what goes beside it, and the grounds on which it stands out, best first. */
interface Scheme {
  main: Tone;
  other: Tone;
  grounds: string[];
}

const SCHEMES: Scheme[] = [
  { main: LEAF, other: SUN, grounds: [GROUND.clay, GROUND.sun, GROUND.plum, GROUND.sky] },
  { main: CLAY, other: SKY, grounds: [GROUND.sky, GROUND.leaf, GROUND.sun, GROUND.plum] },
  { main: SUN, other: PLUM, grounds: [GROUND.plum, GROUND.sky, GROUND.leaf, GROUND.clay] },
  { main: SKY, other: CLAY, grounds: [GROUND.sun, GROUND.clay, GROUND.leaf, GROUND.paper] },
  { main: PLUM, other: SUN, grounds: [GROUND.leaf, GROUND.sun, GROUND.clay, GROUND.sky] },
];
const INK_SCHEME: Scheme = { main: INK, other: CLAY, grounds: [GROUND.sun, GROUND.sky, GROUND.clay, GROUND.plum] };
const WOOD_SCHEME: Scheme = { main: WOOD, other: LEAF, grounds: [GROUND.leaf, GROUND.sky, GROUND.sun, GROUND.plum] };
const HONEY_SCHEME: Scheme = { main: HONEY, other: LEAF, grounds: [GROUND.clay, GROUND.sky, GROUND.leaf, GROUND.plum] };

const WOODEN = new Set<PictureKind>(['armchair', 'chair', 'table', 'desk', 'shelf', 'drawers', 'wardrobe', 'clock', 'mirror', 'frame', 'cot', 'handbag', 'boots', 'piano', 'saw']);
const GOLDEN = new Set<PictureKind>(['guitar', 'teddy', 'train', 'blocks']);
const COLOURS = SCHEMES.length + 1;

function toScheme(kind: PictureKind, colour: number): Scheme {
  const natural = WOODEN.has(kind) ? WOOD_SCHEME : GOLDEN.has(kind) ? HONEY_SCHEME : INK_SCHEME;
  return SCHEMES[colour] ?? natural;
}

/** A flat drawing of one object, as an SVG document of 400 by 500; the same picture is always the same text. */
export function drawPicture({ kind, variant }: Picture): string {
  const look = Math.floor(variant / COLOURS);
  const { main, other, grounds } = toScheme(kind, variant % COLOURS);
  const ground = grounds[(look + PICTURE_KINDS.indexOf(kind)) % grounds.length] as string;
  const parts = DRAWINGS[kind]({ main, other, look } satisfies Palette);
  const body = look % 2 === 1 ? group({ transform: 'translate(400 0) scale(-1 1)' }, ...parts) : parts.join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500" viewBox="0 0 400 500">${rect(0, 0, 400, 500, 0, ground)}${body}</svg>`;
}
