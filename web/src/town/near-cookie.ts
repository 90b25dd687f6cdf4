import type { Town } from './town';

/** The cookie that keeps which town someone looks round, so that the server shows what is near it. */
export const NEAR_COOKIE = 'sle_near';
/** How far round a town one can look, in kilometres; beyond that lies the whole country. */
export const RADII_KM = [2, 5, 10, 25, 50] as const;

/** The town that someone looks round, and how far; no radius is the whole country. */
export interface Near {
  town: Town;
  radiusKm: number | null;
}

const isNumber = (value: unknown, limit: number): value is number => typeof value === 'number' && Math.abs(value) <= limit;

/** Reads the cookie's value, decoded; null for what is none of ours. */
export function readNear(value: string | null | undefined): Near | null {
  if (!value) return null;
  try {
    const parts: unknown = JSON.parse(value);
    if (!Array.isArray(parts)) return null;
    const [name, department, lat, lng, radiusKm] = parts as unknown[];
    if (typeof name !== 'string' || !isNumber(lat, 90) || !isNumber(lng, 180)) return null;
    return {
      town: { name, department: typeof department === 'string' ? department : null, lat, lng },
      radiusKm: RADII_KM.find((radius) => radius === radiusKm) ?? null,
    };
  } catch {
    return null;
  }
}

/** The cookie's value, to be encoded; `readNear` reads it. */
export const writeNear = ({ town, radiusKm }: Near): string => JSON.stringify([town.name, town.department, town.lat, town.lng, radiusKm]);
