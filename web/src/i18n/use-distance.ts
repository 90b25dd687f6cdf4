import { useFormatter } from 'next-intl';

/** Writes a distance in metres as people say it: 300 m, 1,2 km, 45 km. */
export function useDistance(): (metres: number) => string {
  const format = useFormatter();
  return (metres) => {
    const text =
      metres < 1_000
        ? format.number(Math.max(metres, 100), { style: 'unit', unit: 'meter' })
        : format.number(metres / 1_000, { style: 'unit', unit: 'kilometer', maximumFractionDigits: metres < 10_000 ? 1 : 0 });
    // French has a narrow space before the unit, which our type has not.
    return text.replace('\u202f', '\u00a0');
  };
}
