import { createHmac } from 'node:crypto';
import { distanceMetres, type Point } from './distance.js';

/** Cells are about this wide and this high, in metres, at any latitude. */
const CELL_METRES = 1_000;
const METRES_PER_DEGREE = distanceMetres({ lat: 0, lng: 0 }, { lat: 1, lng: 0 });
const ROWS = Math.round((180 * METRES_PER_DEGREE) / CELL_METRES);
const CELL_LAT_DEGREES = 180 / ROWS;
/** A shown point has five decimals, which moves it by less than this. */
const ROUNDING_METRES = 1;

interface Cell {
  south: number;
  west: number;
  lngDegrees: number;
}

/** The world in rows of one height; each row in a whole number of cells, as wide in its middle as they are high. */
function toCell({ lat, lng }: Point): Cell {
  const row = Math.min(ROWS - 1, Math.floor((lat + 90) / CELL_LAT_DEGREES));
  const south = row * CELL_LAT_DEGREES - 90;
  const columns = Math.max(1, Math.round((360 * METRES_PER_DEGREE * cosine(south + CELL_LAT_DEGREES / 2)) / CELL_METRES));
  const lngDegrees = 360 / columns;
  const column = Math.min(columns - 1, Math.floor((lng + 180) / lngDegrees));
  return { south, west: column * lngDegrees - 180, lngDegrees };
}

/**
 * What is shown of a true point: a place anywhere in its cell, chosen by HMAC-SHA-256 over the item's id.
 * It depends on the cell, the id and the secret, and not on where in the cell the true point is: however many items are
 * published from one home, all of them together tell its cell and no more.
 */
export function coarsen(point: Point, itemId: string, secret: string): Point {
  const { south, west, lngDegrees } = toCell(point);
  const digest = createHmac('sha256', secret).update(itemId).digest();
  const [up, along] = [digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32];
  return { lat: round(south + up * CELL_LAT_DEGREES), lng: round(west + along * lngDegrees) };
}

/**
 * How far the true place of a shown point may be, in metres: the diagonal of its cell, √(height² + width²) with the width
 * at the edge nearer to the equator, up to the next 100. That is 1,500 m wherever people live.
 */
export function toRadiusMetres(shown: Point): number {
  const { south, lngDegrees } = toCell(shown);
  const widest = Math.max(cosine(south), cosine(south + CELL_LAT_DEGREES));
  const diagonal = Math.hypot(CELL_LAT_DEGREES * METRES_PER_DEGREE, lngDegrees * METRES_PER_DEGREE * widest);
  return Math.ceil((diagonal + ROUNDING_METRES) / 100) * 100;
}

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
