import { CATEGORY_TABLE } from './category-table.js';

const topLevel = CATEGORY_TABLE.filter(({ parentSlug }) => parentSlug === null);
const leaves = CATEGORY_TABLE.filter(({ parentSlug }) => parentSlug !== null);
const isUnique = (values: string[]): boolean => new Set(values).size === values.length;

test('has a dozen top-level categories, and leaves for what people swap', () => {
  expect(topLevel.length).toBeGreaterThanOrEqual(10);
  expect(topLevel.length).toBeLessThanOrEqual(12);
  expect(leaves.length).toBeGreaterThanOrEqual(55);
  expect(leaves.length).toBeLessThanOrEqual(70);
});

test('gives each category a slug and names of its own', () => {
  expect(isUnique(CATEGORY_TABLE.map(({ slug }) => slug))).toBe(true);
  expect(isUnique(CATEGORY_TABLE.map(({ nameFr }) => nameFr))).toBe(true);
  expect(isUnique(CATEGORY_TABLE.map(({ nameEn }) => nameEn))).toBe(true);
  expect(CATEGORY_TABLE.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
});

test('is two levels deep: the parent of each leaf is a top-level category that comes before it', () => {
  const at = new Map(CATEGORY_TABLE.map(({ slug }, index) => [slug, index]));
  for (const { slug, parentSlug } of leaves) {
    expect(topLevel.map((row) => row.slug)).toContain(parentSlug);
    expect(at.get(parentSlug as string)).toBeLessThan(at.get(slug) as number);
  }
});

test('leaves no top-level category empty', () => {
  for (const { slug } of topLevel) expect(leaves.filter(({ parentSlug }) => parentSlug === slug).length).toBeGreaterThanOrEqual(3);
});

test('gives a footprint only with its source, in plausible kilograms, and to leaves alone', () => {
  for (const { newFootprintKg, source, parentSlug } of CATEGORY_TABLE) {
    expect(newFootprintKg === null).toBe(source === null);
    if (newFootprintKg === null) continue;
    expect(parentSlug).not.toBeNull();
    expect(newFootprintKg).toBeGreaterThan(0);
    expect(newFootprintKg).toBeLessThan(1_000);
    expect(source).toMatch(/^https:\/\/librairie\.ademe\.fr\//);
  }
});
