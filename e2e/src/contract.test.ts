import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, extendSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { compose } from '@secondlife/gateway/compose';
import { emitSubgraphs } from '@secondlife/standalone/emit';
import { findContractGaps, findUndescribed } from './contract-diff.js';
import { ROOT } from './stack/process.js';

const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');
const contract = async (): Promise<GraphQLSchema> => buildSchema(await read('schema/contract.graphql'));
const served = async (): Promise<GraphQLSchema> => buildSchema(await read('schema/api.graphql'));

/** What the contract promises of subgraphs that are not there yet: notifications and themes, and what they add to others' types. */
const NOT_YET = [
  'Notification',
  'NotificationKind',
  'NotificationEdge',
  'NotificationConnection',
  'WeeklyTheme',
  'ThemeSource',
  'SuggestedItem',
  'Viewer.unreadNotifications',
  'Query.notifications',
  'Query.currentTheme',
  'Mutation.markNotificationsRead',
  'Subscription.notificationReceived',
];

describe('the contract', () => {
  it('is kept to the letter by the served schema, but for what is not there yet', async () => {
    expect(findContractGaps(await contract(), await served()).toSorted()).toEqual(NOT_YET.toSorted());
  });

  it('would notice a missing type, a changed field, a lost argument, value or member', async () => {
    const text = await read('schema/contract.graphql');
    const change = (from: string, to: string) => buildSchema(text.replace(from, to));
    const gapsOf = async (changed: GraphQLSchema) => findContractGaps(await contract(), changed);
    expect(await gapsOf(await contract())).toEqual([]);
    expect(await gapsOf(change('handle: String!\n', 'handle: String\n'))).toContain('User.handle');
    expect(await gapsOf(change('me: Viewer', 'me: User'))).toEqual(['Query.me']);
    expect(await gapsOf(change('order: ItemOrder! = NEWEST', 'order: ItemOrder! = NEAREST'))).toEqual(['Query.items(order)']);
    expect(await gapsOf(change('enum Locale { FR EN }', 'enum Locale { FR }'))).toEqual(['Locale.EN']);
    expect(await gapsOf(change('| WrongCredentials | RateLimited', '| RateLimited'))).toEqual(['LogInResult = WrongCredentials']);
    expect(await gapsOf(change('wishes: String\n  "The same key', '"The same key'))).toEqual(['PublishItemInput.wishes']);
    expect(await gapsOf(extendSchema(await contract(), parse('type More { id: ID! }')))).toEqual([]);
  });

  it('has a description of every type, field, argument and enum value that is served', async () => {
    expect(findUndescribed(await served())).toEqual([]);
  });
});

describe('what is committed in schema/', () => {
  it('is what the subgraphs emit (else: npm run emit)', async () => {
    for (const [name, sdl] of await emitSubgraphs()) expect({ name, sdl: await read(`schema/${name}.graphql`) }).toEqual({ name, sdl });
  });

  it('composes to the committed supergraph and API schema (else: npm run compose)', async () => {
    const { supergraphSdl, apiSdl, hints } = await compose(join(ROOT, 'rover.yaml'));
    expect(await read('schema/supergraph.graphql')).toBe(supergraphSdl);
    expect(await read('schema/api.graphql')).toBe(apiSdl);
    expect(hints).toEqual([]);
  });

  it('is what rover.yaml names: each subgraph once, under its own name and file', async () => {
    const { subgraphs } = parseYaml(await read('rover.yaml')) as { subgraphs: Record<string, { schema: { file: string } }> };
    const emitted = [...(await emitSubgraphs()).keys()];
    expect(Object.entries(subgraphs).map(([name, { schema }]) => [name, schema.file])).toEqual(emitted.map((name) => [name, `./schema/${name}.graphql`]));
  });

  it('has saved operations that are valid', async () => {
    const files = (await readdir(join(ROOT, 'schema/operations'))).filter((file) => file.endsWith('.graphql'));
    expect(files).toHaveLength(6);
    for (const file of files) expect({ file, errors: validate(await served(), parse(await read(`schema/operations/${file}`))) }).toEqual({ file, errors: [] });
  });
});
