import { DEPARTMENTS } from './departments.js';
import { distanceMetres } from './distance.js';
import { findTowns, nearestTown } from './towns.js';
import rows from './towns.json' with { type: 'json' };

const namesFor = (text: string, limit = 5): string[] => findTowns(text, limit).map(({ name }) => name);

describe('the data', () => {
  test('holds every town of France in 101 departments, the most populous first', () => {
    expect(rows.length).toBeGreaterThan(8_700);
    expect(new Set(rows.map((row) => row[4])).size).toBe(101);
    expect(DEPARTMENTS.size).toBe(101);
    expect(rows.every((row) => DEPARTMENTS.has(row[4] as string))).toBe(true);
    expect(rows.every((row, at) => at === 0 || (row[3] as number) <= (rows[at - 1]![3] as number))).toBe(true);
  });
});

describe('findTowns', () => {
  test('puts the exact name first, then larger towns that begin so', () => {
    expect(namesFor('lyon')[0]).toBe('Lyon');
    expect(namesFor('die', 2)).toEqual(['Die', 'Dieppe']);
  });

  test('knows where a town lies', () => {
    expect(findTowns('Lyon', 1)).toEqual([expect.objectContaining({ department: 'Rhône', region: 'Auvergne-Rhône-Alpes' })]);
    expect(findTowns('Saint-Priest', 2).map(({ department }) => department)).toEqual(['Rhône', 'Ardèche']);
  });

  test.each(['saint-etienne', 'SAINT ÉTIENNE', 'st etienne', 'St-Étien', '  saint   étienne '])('reads "%s" as Saint-Étienne', (text) => {
    expect(namesFor(text)[0]).toBe('Saint-Étienne');
  });

  test.each([
    ['ste foy les lyon', 'Sainte-Foy-lès-Lyon'],
    ['l’isle d’abeau', 'L’Isle-d’Abeau'],
    ["villeneuve d'ascq", 'Villeneuve-d’Ascq'],
  ])('reads hyphens and apostrophes in "%s" as spaces', (text, name) => {
    expect(namesFor(text)[0]?.replaceAll("'", '’')).toBe(name);
  });

  test('still offers Strasbourg to who has typed "st"', () => {
    expect(namesFor('st', 100)).toContain('Strasbourg');
    expect(namesFor('str')[0]).toBe('Strasbourg');
  });

  test.each(['Lyon 3e', 'lyon 3ᵉ arrondissement', 'Lyon 1er', 'Lyon 7ème arr.', 'lyon 69003', 'Lyon 08'])('passes over the arrondissement in "%s"', (text) => {
    expect(namesFor(text)[0]).toBe('Lyon');
  });

  test('lists towns of which a later word begins so after all that begin so', () => {
    const names = namesFor('malo', 50);
    expect(names).toContain('Saint-Malo');
    expect(names.findIndex((name) => name.startsWith('Malo'))).toBeLessThan(names.indexOf('Saint-Malo'));
  });

  test('finds towns overseas', () => {
    expect(findTowns('fort de france', 1)).toEqual([expect.objectContaining({ name: 'Fort-de-France', region: 'Martinique' })]);
  });

  test('gives no more than asked for, and nothing for a blank or unknown text', () => {
    expect(findTowns('saint', 7)).toHaveLength(7);
    expect(findTowns('saint', 0)).toEqual([]);
    expect(findTowns(' -’ ', 5)).toEqual([]);
    expect(findTowns('xyzzy', 5)).toEqual([]);
  });
});

describe('nearestTown', () => {
  test.each([
    ['Lyon', 45.7597, 4.8422],
    ['Grenoble', 45.1885, 5.7245],
    ['Nantes', 47.2173, -1.5534],
    ['Saint-Denis', -20.8823, 55.4504],
  ])('names %s', (name, lat, lng) => {
    expect(nearestTown({ lat, lng }, 5_000)?.name).toBe(name);
  });

  test('gives null where no town is near enough', () => {
    expect(nearestTown({ lat: 46, lng: -15 }, 50_000)).toBeNull();
    expect(nearestTown({ lat: 45.7597, lng: 4.8422 }, 0)).toBeNull();
  });

  test('agrees with a search through all towns', () => {
    for (let at = 0; at < 40; at++) {
      const point = { lat: 42.5 + ((at * 37) % 83) / 10, lng: -4.4 + ((at * 53) % 121) / 10 };
      const metres = rows.map((row) => distanceMetres(point, { lat: row[1] as number, lng: row[2] as number }));
      const least = Math.min(...metres);
      const found = nearestTown(point, 60_000);
      expect(found ? distanceMetres(point, found) : null).toBe(least <= 60_000 ? least : null);
    }
  });

  test('answers a thousand questions in well under a second', () => {
    nearestTown({ lat: 46, lng: 3 }, 20_000);
    const startedAt = performance.now();
    for (let at = 0; at < 1_000; at++) nearestTown({ lat: 43 + (at % 70) / 10, lng: -4 + (at % 110) / 10 }, 20_000);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
