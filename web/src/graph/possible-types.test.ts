import { readFile } from 'node:fs/promises';
import { buildSchema, isAbstractType } from 'graphql';
import { POSSIBLE_TYPES } from './possible-types';

it('knows which types each interface and union of the graph stands for', async () => {
  const schema = buildSchema(await readFile(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const expected = Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name).toSorted()]));
  const known = Object.fromEntries(Object.entries(POSSIBLE_TYPES).map(([name, types]) => [name, types.toSorted()]));
  expect(known).toEqual(expected);
});
