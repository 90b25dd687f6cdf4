import { DEPARTMENTS } from './departments.js';
import { distanceMetres, type Point } from './distance.js';
import rows from './towns.json' with { type: 'json' };

/** A town of France, overseas departments included. Data: GeoNames, CC BY 4.0 (`scripts/make-towns.mjs`). */
export interface Town {
  name: string;
  /** Degrees, WGS 84, to four decimals (about 10 m). */
  lat: number;
  lng: number;
  /** Inhabitants; 0 when GeoNames does not know. */
  population: number;
  /** Tells homonyms apart: Saint-Priest is in Rhône, and in Ardèche. */
  department: string | null;
  region: string | null;
}

/** [name, lat, lng, population, departmentCode] */
type Row = [string, number, number, number, string];

interface Gazetteer {
  /** The most populous first, each with its name as `toSearchKey` writes it. */
  entries: { town: Town; key: string }[];
  /** Towns by cell of `CELL_DEGREES` each way, under `toCell`'s key. */
  cells: Map<number, Town[]>;
}

const CELL_DEGREES = 0.1;
const MAX_REACH_METRES = 200_000;
/** A little less than a degree of a meridian measures, so that the search never stops a cell too soon. */
const METRES_PER_DEGREE = 111_000;

const toRow = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
const toCell = (latRow: number, lngRow: number): number => latRow * 10_000 + lngRow;

let gazetteer: Gazetteer | undefined;

/** Read from the rows at first use: 8,800 towns, about 30 ms. */
function getGazetteer(): Gazetteer {
  return (gazetteer ??= createGazetteer(rows as Row[]));
}

function createGazetteer(source: Row[]): Gazetteer {
  const towns = source.map(toTown);
  return {
    entries: towns.map((town) => ({ town, key: expandSaints(toSearchKey(town.name)) })),
    cells: Map.groupBy(towns, ({ lat, lng }) => toCell(toRow(lat), toRow(lng))),
  };
}

function toTown([name, lat, lng, population, departmentCode]: Row): Town {
  const { department, region } = DEPARTMENTS.get(departmentCode) ?? { department: null, region: null };
  return { name, lat, lng, population, department, region };
}

/** Lower case without accents; all but letters and digits become single spaces. */
function toSearchKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const expandSaints = (key: string): string => key.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');

/** "lyon 3e arrondissement", "lyon 69003" → "lyon". */
const withoutArrondissement = (key: string): string => key.replace(/ \d+ ?(?:er|e|d|nd|eme|ieme)?(?: arr[a-z]*)?$/, '');

/**
 * Towns whose name matches what someone types: accents, case, hyphens and apostrophes do not matter, "st" is "saint", and an
 * arrondissement or a postcode at the end is passed over. The exact name first, then names that begin so, then names of
 * which a later word does; the most populous first in each. At most `limit`; none for a blank text.
 */
export function findTowns(text: string, limit: number): Town[] {
  const typed = withoutArrondissement(toSearchKey(text));
  if (!typed || limit <= 0) return [];
  // Both readings, since "st" may also be on its way to "strasbourg".
  const queries = [...new Set([typed, expandSaints(typed)])];
  const exact: Town[] = [];
  const byName: Town[] = [];
  const byWord: Town[] = [];
  for (const { town, key } of getGazetteer().entries) {
    if (queries.includes(key)) exact.push(town);
    else if (queries.some((query) => key.startsWith(query))) byName.push(town);
    else if (queries.some((query) => key.includes(` ${query}`))) byWord.push(town);
  }
  return [...exact, ...byName, ...byWord].slice(0, limit);
}

/** The town whose centre is nearest, whatever its size; null when none lies within `withinMetres` (200 km at most). */
export function nearestTown(point: Point, withinMetres: number): Town | null {
  let nearest: Town | null = null;
  let reachMetres = Math.min(withinMetres, MAX_REACH_METRES);
  const ringMetres = CELL_DEGREES * METRES_PER_DEGREE * Math.max(Math.cos((point.lat * Math.PI) / 180), 0.1);
  // Whatever lies in ring n is at least n - 1 whole cells away.
  for (let ring = 0; (ring - 1) * ringMetres <= reachMetres; ring++) {
    for (const town of townsInRing(point, ring)) {
      const metres = distanceMetres(point, town);
      if (metres > reachMetres || (metres === reachMetres && nearest)) continue;
      nearest = town;
      reachMetres = metres;
    }
  }
  return nearest;
}

/** Towns in the cells exactly `ring` cells away from the point's own. */
function* townsInRing(point: Point, ring: number): Generator<Town> {
  const { cells } = getGazetteer();
  const latRow = toRow(point.lat);
  const lngRow = toRow(point.lng);
  for (let up = -ring; up <= ring; up++) {
    const isEdge = Math.abs(up) === ring;
    for (let right = -ring; right <= ring; right += isEdge ? 1 : 2 * ring) {
      yield* cells.get(toCell(latRow + up, lngRow + right)) ?? [];
    }
  }
}
