import { buildSchema } from 'graphql';
import { toKeys } from './data-path.js';
import { compilePath } from './targets.js';

const schema = buildSchema('interface Work { id: ID } type Book implements Work { id: ID } type Film implements Work { id: ID } type Query { works: [[Work]] }');
const data = { works: [[{ __typename: 'Book', id: 1 }, null, { __typename: 'Film', id: 2 }], null, [{ __typename: 'Book', id: 3 }]] };
const works = [{ kind: 'field', name: 'works' }, { kind: 'list' }, { kind: 'list' }] as const;

describe('the objects that a path leads to', () => {
  const pathsOf = (...path: Parameters<typeof compilePath>[1]) => (
    compilePath(schema, path)([{ object: data, path: undefined }]).map((target) => toKeys(target.path).join('.'))
  );

  it('are in lists within lists', () => {
    expect(pathsOf(...works)).toEqual(['works.0.0', 'works.0.2', 'works.2.0']);
  });

  it('are the same where one segment stands for a list in a list', () => {
    expect(pathsOf({ kind: 'field', name: 'works' }, { kind: 'list' })).toEqual(['works.0.0', 'works.0.2', 'works.2.0']);
  });

  it.each([[['Book'], ['works.0.0', 'works.2.0']], [['Film', 'Book'], ['works.0.0', 'works.0.2', 'works.2.0']], [['Work'], ['works.0.0', 'works.0.2', 'works.2.0']], [['Query'], []]])('are those of the types %j', (names, expected) => {
    expect(pathsOf(...works, { kind: 'types', names })).toEqual(expected);
  });

  it('are none where nothing was fetched', () => {
    expect(pathsOf({ kind: 'field', name: 'constructor' })).toEqual([]);
  });
});
