/** A town that someone chose, by its centre. */
export interface Town {
  name: string;
  /** Tells homonyms apart. */
  department: string | null;
  /** Degrees north, WGS 84. */
  lat: number;
  /** Degrees east, WGS 84. */
  lng: number;
}

/** Whether two are one and the same town. */
export const isSameTown = (a: Town, b: Town): boolean => a.name === b.name && a.department === b.department;
