/** The value that this part of them (0 to 1) does not exceed. */
export const percentile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
export const median = (numbers) => percentile(numbers, 0.5);
export const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
