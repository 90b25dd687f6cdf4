/** What a fetch gives: the objects of JSON. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A response key can be any name, `constructor` and `__proto__` among them. */
export function getOwn(object: JsonObject, key: string): unknown {
  const value = object[key];
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}

export function cloneJson<T>(value: T): T;
export function cloneJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneJson(item));
  if (!isJsonObject(value)) return value;
  const clone: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(clone, key, cloneJson(value[key]));
  return clone;
}

/**
 * Merges what a fetch gave into what is there; lists item by item.
 *
 * Fetches that ran side by side may come in any order, so the outcome does not depend on it: a value stands against a
 * null, and the name of an object's own type against that of an interface, under which a subgraph may know it
 * (`@interfaceObject`).
 *
 * @param isAbstract whether a type name is that of an interface or union
 * @param copies whether the target gets copies of the source's parts, which else become its own
 */
export function mergeInto(target: JsonObject, source: JsonObject, isAbstract: IsAbstract, copies = false): void {
  for (const key of Object.keys(source)) {
    const present = getOwn(target, key);
    const incoming = source[key];
    if (key === '__typename' && present !== undefined && isAbstract(String(incoming))) continue;
    setOwn(target, key, merge(present, incoming, isAbstract, copies));
  }
}

type IsAbstract = (typeName: string) => boolean;

function merge(present: unknown, incoming: unknown, isAbstract: IsAbstract, copies: boolean): unknown {
  if (present !== undefined && present !== null) {
    if (incoming === undefined || incoming === null) return present;
    if (Array.isArray(present) && Array.isArray(incoming)) {
      incoming.forEach((item, index) => { present[index] = merge(present[index], item, isAbstract, copies); });
      return present;
    }
    if (isJsonObject(present) && isJsonObject(incoming)) {
      mergeInto(present, incoming, isAbstract, copies);
      return present;
    }
  }
  return copies ? cloneJson(incoming) : incoming;
}
