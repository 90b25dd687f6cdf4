import { randomBytes, randomUUID } from 'node:crypto';
import { coarsen, toRadiusMetres } from './coarsen.js';
import { distanceMetres, type Point } from './distance.js';

const secret = 's'.repeat(32);
const lyon = { lat: 45.75801, lng: 4.83567 };
const anywhere = (): Point => ({ lat: between(-90, 90), lng: between(-180, 180) });
const between = (least: number, most: number): number => least + (randomBytes(4).readUInt32BE() / 2 ** 32) * (most - least);
const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('keeps the true place within the radius that it tells, all over the world', () => {
  const corners = [-90, -45, 0, 45, 90].flatMap((lat) => [-180, 0, 180].map((lng) => ({ lat, lng })));
  const farther = [...corners, ...many(20_000, anywhere)].filter((point) => {
    const shown = coarsen(point, randomUUID(), secret);
    return distanceMetres(point, shown) > toRadiusMetres(shown);
  });
  expect(farther).toEqual([]);
});

test('tells a radius of 1,500 m wherever people live', () => {
  const radii = many(2_000, () => toRadiusMetres({ lat: between(-55, 78), lng: between(-180, 180) }));
  expect(new Set(radii)).toEqual(new Set([1_500]));
});

test('gives the same place again for the same item, and another for another item or secret', () => {
  const id = randomUUID();
  expect(coarsen(lyon, id, secret)).toEqual(coarsen(lyon, id, secret));
  expect(coarsen(lyon, id, secret)).not.toEqual(coarsen(lyon, randomUUID(), secret));
  expect(coarsen(lyon, id, secret)).not.toEqual(coarsen(lyon, id, 't'.repeat(32)));
});

test('shows the same of two homes in one cell, so that nothing tells them apart', () => {
  const shown = many(2_000, () => coarsen(lyon, randomUUID(), secret));
  const [south, north] = [Math.min(...shown.map(({ lat }) => lat)), Math.max(...shown.map(({ lat }) => lat))];
  const [west, east] = [Math.min(...shown.map(({ lng }) => lng)), Math.max(...shown.map(({ lng }) => lng))];
  const id = randomUUID();
  // What is shown is rounded, by a metre at most, and may so lie just outside the cell.
  const metre = 0.00002;
  const neighbours = many(500, () => ({ lat: between(south + metre, north - metre), lng: between(west + metre, east - metre) }));
  const expected = coarsen(lyon, id, secret);
  expect(neighbours.map((neighbour) => coarsen(neighbour, id, secret))).toEqual(neighbours.map(() => expected));
});

test('spreads a thousand items of one home over one cell of a square kilometre, around the cell’s centre and not the home', () => {
  const shown = many(4_000, () => coarsen(lyon, randomUUID(), secret));
  const lats = shown.map(({ lat }) => lat);
  const lngs = shown.map(({ lng }) => lng);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const height = distanceMetres({ lat: south, lng: west }, { lat: north, lng: west });
  const width = distanceMetres({ lat: south, lng: west }, { lat: south, lng: east });
  for (const metres of [height, width]) {
    expect(metres).toBeGreaterThan(950);
    expect(metres).toBeLessThan(1_002);
  }
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const average = { lat: mean(lats), lng: mean(lngs) };
  expect(distanceMetres(average, centre)).toBeLessThan(40);
  expect(distanceMetres(lyon, centre)).toBeGreaterThan(100);
});
