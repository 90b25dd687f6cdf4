/** A point of the earth in degrees, WGS 84. */
export interface Point {
  lat: number;
  lng: number;
}

const EARTH_RADIUS_METRES = 6_371_008.8;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points on a great circle (haversine), rounded to 100 as the graph rounds them. */
export function measureMetres(from: Point, to: Point): number {
  const [a, b] = [toRadians(from.lat), toRadians(to.lat)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(toRadians(to.lng - from.lng) / 2) ** 2;
  return Math.round((2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half))) / 100) * 100;
}
