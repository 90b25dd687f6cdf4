const toDigit = (place: string): string => (Number(place) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(place) / 4)))).toString(16);

/** A random UUID, version 4; also without a secure origin, where browsers do not make one. */
export const newId = (): string => (crypto as { randomUUID?: () => string }).randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, toDigit);
