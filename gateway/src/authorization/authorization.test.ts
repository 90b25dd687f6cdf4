import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { composeLocal, type LocalSubgraph } from '../execution/testing/local-graph.js';
import { startGateway, type StartedGateway } from '../testing/start-gateway.js';
import { createTestIdentity } from '../testing/test-identity.js';

let lent = 0;
const member = { id: 'm1', name: 'Ada', email: 'ada@example.org', fines: 3 };
const works = [
  { __typename: 'Book', id: 'w1', title: 'Solaris', pages: 200, shelf: 'A1', price: 5 },
  { __typename: 'Manuscript', id: 'w2', title: 'Letters', pages: 9, shelf: 'S1', price: 900 },
];

const library: LocalSubgraph = {
  name: 'library',
  sdl: `
    type Query {
      open: String
      me: Member @federation__authenticated
      member: Member
      sureMember: Member!
      members: [Member!]!
      grid: [[Member]!]
      works: [Work!]!
      found: [Found!]!
      secrets: Secret
      mood: Mood
      moods: [Mood!]
      both: Int @federation__authenticated @federation__requiresScopes(scopes: [["both"]])
      anyOf: Int @federation__requiresScopes(scopes: [["a", "b"], ["c"]])
    }
    type Mutation { lend: Int @federation__requiresScopes(scopes: [["lend"]]) read: Int }
    type Subscription { lent: Int @federation__authenticated opened: Member joined: Int }
    type Member @key(fields: "id") {
      id: ID!
      name: String
      email: String @federation__authenticated
      fines: Int! @federation__authenticated
      mail: Mail
      friend: Member
    }
    interface Work { id: ID! title: String! pages: Int price: Int }
    type Book implements Work { id: ID! title: String! pages: Int shelf: String price: Int @federation__requiresScopes(scopes: [["price"]]) }
    type Manuscript implements Work @federation__authenticated { id: ID! title: String! pages: Int shelf: String price: Int }
    union Found = Book | Manuscript | Member
    type Secret @federation__requiresScopes(scopes: [["secret"]]) { word: String }
    enum Mood @federation__authenticated { GOOD BAD }
    scalar Mail @federation__requiresScopes(scopes: [["mail"]])
  `,
  resolvers: {
    Query: {
      open: () => 'yes',
      me: () => member,
      member: () => member,
      sureMember: () => member,
      members: () => [member, { ...member, id: 'm2' }],
      grid: () => [[member, null]],
      works: () => works,
      found: () => [...works, { __typename: 'Member', ...member }],
      secrets: () => ({ word: 'x' }),
      mood: () => 'GOOD',
      moods: () => ['BAD'],
      both: () => 1,
      anyOf: () => 1,
    },
    Mutation: { lend: () => (lent += 1), read: () => 1 },
    Subscription: {
      lent: { subscribe: () => eventsOf({ lent: 1 }) },
      opened: { subscribe: () => eventsOf({ opened: member }, { opened: { ...member, id: 'm2' } }) },
      joined: { subscribe: () => eventsOf({ joined: 1 }) },
    },
    Member: { mail: () => 'a@b', friend: () => ({ ...member, id: 'm2' }) },
  },
};
async function* eventsOf(...events: unknown[]): AsyncGenerator<unknown> {
  yield* events;
}

const identity = createTestIdentity();
let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway([library], { identity: identity.source });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => void (gateway.requests.length = 0));

interface Answer {
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}
/** Nobody asks, where no scopes are given; else somebody who has them. */
const headersOf = (scopes: readonly string[] | null) => (scopes ? { authorization: identity.authorize(...scopes) } : {});
const ask = async (query: string, scopes: readonly string[] | null = null, variables = {}, at = gateway): Promise<Answer> =>
  (await (await at.post({ query, variables }, headersOf(scopes))).json()) as Answer;
const told = ({ data, errors = [] }: Answer) => ({ data, refused: errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]) });

describe('a field that asks something of viewers', () => {
  it.each<[string, string, unknown, unknown[]]>([
    ['on a field', '{ member { name email } }', { member: { name: 'Ada', email: null } }, [['member.email', 'UNAUTHENTICATED']]],
    ['on the root', '{ open me { name } }', { open: 'yes', me: null }, [['me', 'UNAUTHENTICATED']]],
    ['on its type', '{ open secrets { word } }', { open: 'yes', secrets: null }, [['secrets', 'UNAUTHENTICATED']]],
    ['on its enum', '{ open mood moods }', { open: 'yes', mood: null, moods: null }, [['mood', 'UNAUTHENTICATED'], ['moods', 'UNAUTHENTICATED']]],
    ['on its scalar', '{ member { mail } }', { member: { mail: null } }, [['member.mail', 'UNAUTHENTICATED']]],
    ['under an alias', '{ member { address: email email: name } }', { member: { address: null, email: 'Ada' } }, [['member.address', 'UNAUTHENTICATED']]],
    ['where it may not be null', '{ open member { name fines } }', { open: 'yes', member: null }, [['member.fines', 'UNAUTHENTICATED']]],
    ['where nothing around it may be null', '{ open sureMember { fines } }', null, [['sureMember.fines', 'UNAUTHENTICATED']]],
    ['in a list', '{ members { id email } }', { members: [{ id: 'm1', email: null }, { id: 'm2', email: null }] }, [['members.0.email', 'UNAUTHENTICATED'], ['members.1.email', 'UNAUTHENTICATED']]],
    ['in a list of lists', '{ grid { id fines } }', { grid: [[null, null]] }, [['grid.0.0.fines', 'UNAUTHENTICATED']]],
    ['in fragments of fragments', '{ member { ...A } } fragment A on Member { id ... { friend { ...B } } } fragment B on Member { id email }', { member: { id: 'm1', friend: { id: 'm2', email: null } } }, [['member.friend.email', 'UNAUTHENTICATED']]],
    ['twice', '{ member { email ...A } } fragment A on Member { email }', { member: { email: null } }, [['member.email', 'UNAUTHENTICATED']]],
    ['on one type of a union', '{ found { __typename ... on Member { id } ... on Manuscript { shelf } } }', { found: [{ __typename: 'Book' }, { __typename: 'Manuscript', shelf: null }, { __typename: 'Member', id: 'm1' }] }, [['found.1.shelf', 'UNAUTHENTICATED']]],
  ])('is null to nobody: %s', async (_, query, data, refused) => {
    expect(told(await ask(query))).toEqual({ data, refused });
    expect(gateway.requests.map(({ query: upstream }) => upstream).join()).not.toMatch(/email|fines|mood|secrets|mail|shelf|\bme\b/);
  });

  it('is there for who has what it asks', async () => {
    const query = '{ me { email fines mail } secrets { word } mood both anyOf works { price shelf: title } }';
    const answer = await ask(query, ['mail', 'secret', 'both', 'c', 'price']);
    expect(answer).toEqual({ data: { me: { email: member.email, fines: 3, mail: 'a@b' }, secrets: { word: 'x' }, mood: 'GOOD', both: 1, anyOf: 1, works: [{ price: 5, shelf: 'Solaris' }, { price: 900, shelf: 'Letters' }] } });
  });

  it.each<[readonly string[] | null, string, unknown[]]>([
    [null, 'both', [['both', 'UNAUTHENTICATED']]],
    [[], 'both', [['both', 'FORBIDDEN']]],
    [['both'], 'both', []],
    [['a'], 'anyOf', [['anyOf', 'FORBIDDEN']]],
    [['b', 'a'], 'anyOf', []],
    [['c'], 'anyOf', []],
    [['ab'], 'anyOf', [['anyOf', 'FORBIDDEN']]],
  ])('to who has the scopes %j: %s', async (scopes, field, refused) => {
    expect(told(await ask(`{ ${field} }`, scopes))).toEqual({ data: { [field]: refused.length > 0 ? null : 1 }, refused });
  });

  it('is not missed where it is skipped', async () => {
    const query = 'query ($yes: Boolean!) { member { id email @include(if: $yes) ... @skip(if: $yes) { name fines } } }';
    expect(told(await ask(query, null, { yes: true }))).toEqual({ data: { member: { id: 'm1', email: null } }, refused: [['member.email', 'UNAUTHENTICATED']] });
    expect(told(await ask(query, null, { yes: false }))).toEqual({ data: { member: null }, refused: [['member.fines', 'UNAUTHENTICATED']] });
    expect(told(await ask('{ member { id email @skip(if: true) } }'))).toEqual({ data: { member: { id: 'm1' } }, refused: [] });
  });

  it('keeps its place in the answer, and its name beside a client’s own', async () => {
    const query = '{ member { __unauthenticated_0: id email name } }';
    expect(JSON.stringify((await ask(query)).data)).toBe('{"member":{"__unauthenticated_0":"m1","email":null,"name":"Ada"}}');
  });

  it('is decided for each viewer anew, of the same document', async () => {
    const query = '{ member { email mail } }';
    const seen = [await ask(query), await ask(query, []), await ask(query, ['mail']), await ask(query)].map(({ data }) => data);
    const nobody = { member: { email: null, mail: null } };
    expect(seen).toEqual([nobody, { member: { email: member.email, mail: null } }, { member: { email: member.email, mail: 'a@b' } }, nobody]);
  });

  it('is refused in the operation that runs, and in no other of the document', async () => {
    const query = 'query A { open } query B { me { id } }';
    const post = async (operationName: string) => told((await (await gateway.post({ query, operationName })).json()) as Answer);
    expect(await post('A')).toEqual({ data: { open: 'yes' }, refused: [] });
    expect(await post('B')).toEqual({ data: { me: null }, refused: [['me', 'UNAUTHENTICATED']] });
  });
});

describe('an interface', () => {
  it('is there for all, but not what may be read of a type that is not', async () => {
    expect(told(await ask('{ works { __typename ... on Book { id shelf } } }'))).toEqual({ data: { works: [{ __typename: 'Book', id: 'w1', shelf: 'A1' }, { __typename: 'Manuscript' }] }, refused: [] });
    expect(told(await ask('{ works { __typename pages } }'))).toEqual({
      data: { works: [{ __typename: 'Book', pages: null }, { __typename: 'Manuscript', pages: null }] },
      refused: [['works.0.pages', 'UNAUTHENTICATED'], ['works.1.pages', 'UNAUTHENTICATED']],
    });
    expect(told(await ask('{ works { pages ... on Book { pages } } }'))).toEqual({ data: { works: [{ pages: 200 }, { pages: null }] }, refused: [['works.1.pages', 'UNAUTHENTICATED']] });
  });

  it('has fields that ask what each type’s field asks', async () => {
    expect(told(await ask('{ works { title price } }', []))).toEqual({
      data: { works: [{ title: 'Solaris', price: null }, { title: 'Letters', price: null }] },
      refused: [['works.0.price', 'FORBIDDEN'], ['works.1.price', 'FORBIDDEN']],
    });
    expect(told(await ask('{ works { title ... on Manuscript { price } } }', []))).toEqual({ data: { works: [{ title: 'Solaris' }, { title: 'Letters', price: 900 }] }, refused: [] });
  });

  it('is as safe in a supergraph whose composition did not write on it what its types ask', async () => {
    const supergraphSdl = composeLocal([library]).replace(/interface Work\n(.*\n)*?\{\n(.*\n)*?\}/, (text) => text.replaceAll(/@federation__(authenticated|requiresScopes\(.*?\]\))/g, ''));
    expect(/interface Work\n(.*\n)*?\{/.exec(supergraphSdl)![0]).not.toContain('authenticated');
    await using older = await startGateway([library], { supergraphSdl });
    expect(told(await ask('{ works { __typename pages } }', null, {}, older)).refused).toEqual([['works.0.pages', 'UNAUTHENTICATED'], ['works.1.pages', 'UNAUTHENTICATED']]);
  });

  it('that asks something itself, as none of its types does, is not there at all', async () => {
    const supergraphSdl = composeLocal([library]).replaceAll(/@federation__authenticated\n/g, '\n').replace(/interface Work\n/, 'interface Work @federation__authenticated\n');
    await using older = await startGateway([library], { supergraphSdl });
    expect(told(await ask('{ open works { ... on Book { id } } }', null, {}, older))).toEqual({ data: null, refused: [['works', 'UNAUTHENTICATED']] });
  });
});

describe('where nothing is left', () => {
  it('no subgraph is asked, and nothing is changed', async () => {
    const before = lent;
    expect(told(await ask('{ me { id } both }'))).toEqual({ data: { me: null, both: null }, refused: [['me', 'UNAUTHENTICATED'], ['both', 'UNAUTHENTICATED']] });
    expect(told(await ask('mutation { lend }', ['read']))).toEqual({ data: { lend: null }, refused: [['lend', 'FORBIDDEN']] });
    expect([gateway.requests, lent]).toEqual([[], before]);
    expect(told(await ask('mutation { lend read }', ['read']))).toEqual({ data: { lend: null, read: 1 }, refused: [['lend', 'FORBIDDEN']] });
    expect(lent).toBe(before);
    expect((await ask('mutation { lend }', ['lend'])).data).toEqual({ lend: before + 1 });
  });
});

describe('on a socket', () => {
  async function answersOf(query: string, scopes: readonly string[] | null = null): Promise<unknown> {
    const { authorization } = headersOf(scopes);
    const client = createClient({ url: gateway.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization } });
    const answers: unknown[] = [];
    try {
      for await (const answer of client.iterate({ query })) answers.push(told(answer as Answer));
      return answers;
    } catch (errors) {
      return (errors as Answer['errors'])!.map(({ extensions }) => extensions.code);
    } finally {
      await client.dispose();
    }
  }

  it('a refused subscription starts nothing, and another one runs', async () => {
    expect(await answersOf('subscription { lent }')).toEqual(['UNAUTHENTICATED']);
    expect(await answersOf('subscription { ...A } fragment A on Subscription { lent }')).toEqual(['UNAUTHENTICATED']);
    expect(gateway.requests).toEqual([]);
    expect(await answersOf('subscription { lent }', [])).toEqual([{ data: { lent: 1 }, refused: [] }]);
    expect(await answersOf('subscription { joined }')).toEqual([{ data: { joined: 1 }, refused: [] }]);
  });

  it('each answer lacks what its viewer may not see, and so does a query’s', async () => {
    expect(await answersOf('subscription { opened { id email } }')).toEqual(
      ['m1', 'm2'].map((id) => ({ data: { opened: { id, email: null } }, refused: [['opened.email', 'UNAUTHENTICATED']] })),
    );
    expect(await answersOf('{ member { id mail } }', [])).toEqual([{ data: { member: { id: 'm1', mail: null } }, refused: [['member.mail', 'FORBIDDEN']] }]);
  });
});

it.each([
  ['their own', 'authenticated', 'requiresScopes', ''],
  ['names that they are imported by', 'federation__authenticated', 'federation__requiresScopes', 'federation__requiresScopes"}]'],
  ['another prefix', 'known', 'scoped', 'as: "scoped"'],
])('is kept where the supergraph has the directives under %s', async (_, authenticated, requiresScopes, expected) => {
  const isImported = authenticated.startsWith('federation__');
  const composed = composeLocal([library]).replaceAll('requiresScopes__Scope', `${requiresScopes}__Scope`);
  const supergraphSdl = isImported
    ? composed
    : composed
        .replace(/, import: \[\{name: "@authenticated", .*?\}\]/, authenticated === 'authenticated' ? '' : `, as: "${authenticated}"`)
        .replace(/, import: \[\{name: "@requiresScopes", .*?\}\]/, requiresScopes === 'requiresScopes' ? '' : `, as: "${requiresScopes}"`)
        .replaceAll('@federation__authenticated', `@${authenticated}`)
        .replaceAll('@federation__requiresScopes', `@${requiresScopes}`);
  expect(supergraphSdl).toContain(expected);
  await using renamed = await startGateway([library], { supergraphSdl, identity: identity.source });
  expect(told(await ask('{ both anyOf me { id } }', null, {}, renamed)).refused).toEqual([['both', 'UNAUTHENTICATED'], ['anyOf', 'UNAUTHENTICATED'], ['me', 'UNAUTHENTICATED']]);
  expect(told(await ask('{ both anyOf }', ['c'], {}, renamed))).toEqual({ data: { both: null, anyOf: 1 }, refused: [['both', 'FORBIDDEN']] });
});

it('lets no other feature for security pass, which nobody keeps', async () => {
  const policed: LocalSubgraph = { ...library, sdl: library.sdl.replace('open: String', 'open: String @federation__policy(policies: [["p"]])') };
  await expect(startGateway([policed])).rejects.toThrow(/policy.*unsupported/);
});
