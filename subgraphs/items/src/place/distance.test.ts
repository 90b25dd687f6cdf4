import { distanceMetres } from './distance.js';

const lyon = { lat: 45.764, lng: 4.8357 };
const grenoble = { lat: 45.1885, lng: 5.7245 };

test('is zero from a point to itself', () => {
  expect(distanceMetres(lyon, lyon)).toBe(0);
});

test('gives about 94 km from Lyon to Grenoble, either way', () => {
  expect(distanceMetres(lyon, grenoble) / 1000).toBeCloseTo(94.4, 0);
  expect(distanceMetres(grenoble, lyon)).toBeCloseTo(distanceMetres(lyon, grenoble), 6);
});

test('crosses the antimeridian and reaches the antipodes', () => {
  expect(distanceMetres({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }) / 1000).toBeCloseTo(111.2, 1);
  expect(distanceMetres({ lat: 0, lng: 0 }, { lat: 0, lng: 180 }) / 1000).toBeCloseTo(20_015.1, 0);
});
