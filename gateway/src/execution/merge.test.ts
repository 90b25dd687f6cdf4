import { cloneJson, mergeInto, type JsonObject } from './merge.js';

const parse = (text: string) => JSON.parse(text) as JsonObject;
const isAbstract = (typeName: string): boolean => typeName === 'Work';
const merged = (...parts: string[]): JsonObject => {
  const target: JsonObject = {};
  for (const part of parts) mergeInto(target, parse(part), isAbstract);
  return target;
};

describe('what fetches give is merged', () => {
  it.each([
    ['objects and lists, item by item', '{ "list": [{ "a": 1 }, null, [{ "b": 2 }]] }', '{ "list": [{ "c": 3 }, null, [{ "d": 4 }]] }', '{ "list": [{ "a": 1, "c": 3 }, null, [{ "b": 2, "d": 4 }]] }'],
    ['a value and a null', '{ "a": null, "list": [null] }', '{ "a": { "b": 1 }, "list": [{ "c": 2 }] }', '{ "a": { "b": 1 }, "list": [{ "c": 2 }] }'],
    ['the name of a type and that of its interface', '{ "__typename": "Book" }', '{ "__typename": "Work" }', '{ "__typename": "Book" }'],
  ])('%s, in any order', (_, one, other, both) => {
    expect(merged(one, other)).toEqual(parse(both));
    expect(merged(other, one)).toEqual(parse(both));
  });

  it('under any key, and no prototype is touched', () => {
    const object = merged('{ "__proto__": { "polluted": 1 } }', '{ "__proto__": { "more": 2 }, "constructor": 3 }');
    expect(JSON.stringify(cloneJson(object))).toBe('{"__proto__":{"polluted":1,"more":2},"constructor":3}');
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});
