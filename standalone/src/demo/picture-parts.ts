/** One colour in three strengths: shade, body, and where the light falls. */
export interface Tone {
  deep: string;
  base: string;
  light: string;
}

/** What one drawing is coloured and shaped by; all of it follows from the picture's variant. */
export interface Palette {
  /** The object's colour. */
  main: Tone;
  /** What sits beside it well: handles, cushions, labels. */
  other: Tone;
  /** 0, 1, 2 …: kinds that have several shapes take this one, modulo their number. */
  look: number;
}

/** The parts of one object, back to front, on a field of 400 by 500 whose ground is painted already. */
export type Drawing = (palette: Palette) => string[];

export const LEAF: Tone = { deep: '#164535', base: '#1E5B46', light: '#3E9273' };
export const CLAY: Tone = { deep: '#B94E2C', base: '#D8613C', light: '#E88663' };
export const SUN: Tone = { deep: '#C98F1F', base: '#F0B73F', light: '#F7CE73' };
export const SKY: Tone = { deep: '#22384A', base: '#3F5E78', light: '#7FA0B8' };
export const PLUM: Tone = { deep: '#543B70', base: '#6B4E8A', light: '#9A80B5' };
export const INK: Tone = { deep: '#1D1B16', base: '#35332E', light: '#5C584E' };
export const WOOD: Tone = { deep: '#6C4526', base: '#8A5A33', light: '#B9825A' };
export const HONEY: Tone = { deep: '#B46A28', base: '#D98A3D', light: '#EBB06E' };
export const CREAM: Tone = { deep: '#E3D3B4', base: '#F7E3C0', light: '#FFF8EC' };
/** Glass and screens. */
export const GLASS: Tone = { deep: '#9FBDD0', base: '#C3D8E5', light: '#E8F1F6' };
/** Bare metal. */
export const STEEL: Tone = { deep: '#7C8388', base: '#A9AFB2', light: '#D5D8D6' };

type Attributes = Record<string, string | number>;

function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`).join('');
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

export const path = (d: string, fill: string, more: Attributes = {}): string => element('path', { d, fill, ...more });
export const rect = (x: number, y: number, width: number, height: number, rx: number, fill: string, more: Attributes = {}): string =>
  element('rect', { x, y, width, height, rx, fill, ...more });
export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string => element('circle', { cx, cy, r, fill, ...more });
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  element('ellipse', { cx, cy, rx, ry, fill, ...more });
export const group = (more: Attributes, ...children: string[]): string => element('g', more, children.join(''));

/** A line with round ends and corners. */
export const stroke = (d: string, colour: string, width: number, more: Attributes = {}): string =>
  element('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...more });
/** A ring: a circle that is not filled. */
export const ring = (cx: number, cy: number, r: number, colour: string, width: number): string =>
  element('circle', { cx, cy, r, fill: 'none', stroke: colour, 'stroke-width': width });

/** The soft shadow on which every object stands. */
export const shadow = (cx: number, cy: number, rx: number): string => ellipse(cx, cy, rx, rx * 0.12, '#1d1b16', { opacity: '.12' });

const round = (value: number): number => Math.round(value * 10) / 10;
/** The point at `degrees` (0 is up, clockwise) and `radius` from a centre, as "x y". */
export function polar(cx: number, cy: number, radius: number, degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return `${round(cx + radius * Math.cos(radians))} ${round(cy + radius * Math.sin(radians))}`;
}
