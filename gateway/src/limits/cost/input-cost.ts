import type { InputWeight } from './cost-weights.js';

/** Deeper than inputs are let in: what is below costs no more. */
const MOST_DEPTH = 64;

/**
 * What a value costs as an argument, as Apollo's demand control counts it: an input object 1 by default and its fields, a list its own
 * weight and its entries, anything else its weight or nothing.
 */
export function costOfInput(value: unknown, { weight, fields }: InputWeight, depth = 0): number {
  if (value === null || value === undefined || depth > MOST_DEPTH) return 0;
  if (Array.isArray(value)) {
    let cost = weight ?? 0;
    for (const entry of value) cost += costOfInput(entry, { weight, fields }, depth + 1);
    return cost;
  }
  if (!fields || typeof value !== 'object') return weight ?? 0;
  let cost = weight ?? 1;
  for (const [name, inner] of Object.entries(value)) {
    const definition = fields.get(name);
    if (definition) cost += costOfInput(inner, definition, depth + 1);
  }
  return cost;
}
