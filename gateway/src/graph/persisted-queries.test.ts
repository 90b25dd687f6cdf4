import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { LocalSubgraph } from '../execution/testing/local-graph.js';
import { startGateway, type StartedGateway } from '../testing/start-gateway.js';
import { createPersistedQueries } from './persisted-queries.js';

const clocks: LocalSubgraph = {
  name: 'clocks',
  sdl: 'type Query { clock(id: ID!): String } type Mutation { wind: Int }',
  resolvers: { Query: { clock: (_source, { id }) => `clock ${id as string}` }, Mutation: { wind: () => 1 } },
};
const CLOCK = 'query Clock($id: ID!) { clock(id: $id) }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const variables = { id: 7 };
const expected = { data: { clock: 'clock 7' } };
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors[0]!.extensions.code];

/** What a socket is answered: data, or the code of what is wrong. */
async function askOnSocket({ url }: StartedGateway, payload: Record<string, unknown>): Promise<unknown> {
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    // A client of Apollo's protocol leaves the query out; graphql-transport-ws wants a text there.
    return (await client.iterate({ query: '', ...payload }).next()).value;
  } catch (errors) {
    return (errors as { extensions: { code: string } }[])[0]!.extensions.code;
  } finally {
    await client.dispose();
  }
}

describe('a persisted query', () => {
  it('is asked for once, and known by its hash from then on, by POST, by GET and on a socket', async () => {
    await using gateway = await startGateway([clocks]);
    const extensions = persisted(hashOf(CLOCK));
    const unknown = await gateway.post({ variables, extensions });
    expect([unknown.status, await unknown.json()]).toMatchObject([200, { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }]);
    expect(await askOnSocket(gateway, { variables, extensions })).toBe('PERSISTED_QUERY_NOT_FOUND');

    expect(await (await gateway.post({ query: CLOCK, variables, extensions })).json()).toEqual(expected);
    expect(await (await gateway.post({ variables, extensions })).json()).toEqual(expected);
    expect(await (await gateway.get({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) })).json()).toEqual(expected);
    expect(await askOnSocket(gateway, { variables, extensions })).toEqual(expected);
  });

  it('is not known by a hash that is not its own, nor where it is not valid', async () => {
    await using gateway = await startGateway([clocks]);
    expect(await codeOf(await gateway.post({ query: CLOCK, extensions: persisted(hashOf('{ clock }')) }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(await codeOf(await gateway.post({ query: CLOCK, extensions: { persistedQuery: { version: 2, sha256Hash: hashOf(CLOCK) } } }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(await codeOf(await gateway.post({ extensions: { persistedQuery: 'x' } }))).toEqual([400, 'BAD_USER_INPUT']);
    await gateway.post({ query: '{ unknown }', extensions: persisted(hashOf('{ unknown }')) });
    expect(await codeOf(await gateway.post({ extensions: persisted(hashOf('{ unknown }')) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('changes nothing by an address', async () => {
    await using gateway = await startGateway([clocks]);
    const extensions = persisted(hashOf('mutation { wind }'));
    await gateway.post({ query: 'mutation { wind }', extensions });
    expect(await codeOf(await gateway.get({ extensions: JSON.stringify(extensions) }))).toEqual([405, 'BAD_USER_INPUT']);
  });

  it('is forgotten when there is no room for it any more', () => {
    const { resolve } = createPersistedQueries({ maxBytes: 10_000 });
    const send = (query: string) => {
      const resolved = resolve({ query, extensions: persisted(hashOf(query)) });
      if ('remember' in resolved) resolved.remember?.();
    };
    send(CLOCK);
    expect(resolve({ extensions: persisted(hashOf(CLOCK)) })).toEqual({ text: CLOCK });
    for (let number = 0; number < 20; number += 1) send(`{ a${number} }`);
    expect(resolve({ extensions: persisted(hashOf(CLOCK)) })).toMatchObject({ errors: [{}] });
  });
});

describe('with trusted documents', () => {
  const apollo = { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'clock-1', name: 'Clock', type: 'query', body: CLOCK }] };
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (manifest: unknown): Promise<{ file: string }> => {
    const file = join(folder, 'manifest.json');
    await writeFile(file, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
    return { file };
  };

  it.each([
    ['Apollo’s manifest', apollo],
    ['a plain one', { 'clock-1': CLOCK }],
  ])('only those of %s run, by their id or text, at every door', async (_, manifest) => {
    await using gateway = await startGateway([clocks], { trustedDocuments: await write(manifest) });
    expect(await (await gateway.post({ query: CLOCK, variables })).json()).toEqual(expected);
    expect(await (await gateway.post({ variables, extensions: persisted('clock-1') })).json()).toEqual(expected);
    expect(await askOnSocket(gateway, { variables, extensions: persisted('clock-1') })).toEqual(expected);
    expect(await askOnSocket(gateway, { query: CLOCK, variables })).toEqual(expected);

    const accept = 'application/graphql-response+json';
    for (const body of [{ query: '{ clock(id: 1) }' }, { query: `${CLOCK} `, variables }, { extensions: persisted('clock-2') }, { query: '{ __typename }', extensions: persisted('clock-1') }]) {
      expect(await codeOf(await gateway.post(body, { accept }))).toEqual([403, 'FORBIDDEN']);
      expect(await askOnSocket(gateway, body)).toBe('FORBIDDEN');
    }
  });

  it.each([
    ['is no JSON', '{'],
    ['is another one', { format: 'apollo-persisted-query-manifest', version: 2, operations: [] }],
    ['is a list', []],
  ])('nothing starts where the manifest %s', async (_, manifest) => {
    const trustedDocuments = await write(manifest);
    await expect(startGateway([clocks], { trustedDocuments })).rejects.toThrow(trustedDocuments.file);
  });
});
