/** The widths, in pixels, in which a picture is kept beside all its pixels. */
const KEPT_WIDTHS = [320, 640, 1280] as const;
export type KeptWidth = (typeof KEPT_WIDTHS)[number];

/** The narrowest kept width that is at least `wanted`; null where only the whole picture, `fullWidth` wide, will do. */
export const toKeptWidth = (wanted: number, fullWidth: number): KeptWidth | null =>
  KEPT_WIDTHS.find((width) => width >= wanted && width < fullWidth) ?? null;

/** The kept width that is written so; undefined when there is none. */
export const readKeptWidth = (text: string): KeptWidth | undefined => KEPT_WIDTHS.find((width) => String(width) === text);
