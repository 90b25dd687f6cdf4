import { GraphQLError } from 'graphql';
import type { LocalSubgraph, MonolithOptions, Resolver } from './local-graph.js';

/**
 * A graph of libraries in five subgraphs, to try every construct of federation on: several keys and compound keys, `@requires`,
 * `@provides`, `@override`, `@inaccessible`, value types, an interface that one subgraph knows as one object, unions of a success and its
 * failures, lists of lists, entities that are gone, fields that fail. Every resolver finds what it needs by a key, so that the same resolvers serve
 * five subgraphs and one schema.
 */

type Row = Record<string, unknown>;

const AUTHORS = [
  { id: 'a1', name: 'Ursula', born: 1929 },
  { id: 'a2', name: 'Italo', born: null },
];
const WORKS: Row[] = [
  { __typename: 'Book', id: 'w1', isbn: 'i1', title: 'The Dispossessed', format: 'PAPERBACK', pages: 387, authorId: 'a1', size: { height: 18.5, unit: 'CM' }, subtitles: ['An', null, 'Utopia'], cost: 7 },
  { __typename: 'Book', id: 'w2', isbn: 'i2', title: 'Invisible Cities', format: 'HARDBACK', pages: 165, authorId: 'a2', size: null, subtitles: null, cost: 5 },
  { __typename: 'Book', id: 'w3', isbn: 'i3', title: 'Untitled', format: 'AUDIO', pages: 0, authorId: 'a-gone', size: { height: 0, unit: 'CM' }, subtitles: [], cost: 0 },
  { __typename: 'Film', id: 'w4', title: 'Stalker', minutes: 162, cast: [['Alexander', 'Anatoly'], null, []] },
  { __typename: 'Film', id: 'w5', title: 'Solaris', minutes: 167, cast: null },
];
const MEMBERS = [
  { id: 'm1', handle: 'ada', name: 'Ada', tags: [['early', 'bird'], ['x', null]], sponsorId: null },
  { id: 'm2', handle: 'ben', name: null, tags: null, sponsorId: 'm1' },
  { id: 'm3', handle: 'cy', name: 'Cy', tags: [], sponsorId: 'm-gone' },
];
const BRANCHES = [{ code: 'north', name: 'North', city: 'Lyon' }, { code: 'south', name: 'South', city: null }];
const LOANS = [
  { id: 'l1', isbn: 'i1', memberId: 'm1', branchCode: 'north', days: 12, state: 'OUT' },
  { id: 'l2', isbn: 'i2', memberId: 'm2', branchCode: 'south', days: 40, state: 'LATE' },
  { id: 'l3', isbn: 'i1', memberId: 'm-gone', branchCode: 'north', days: 0, state: 'BACK' },
  { id: 'l4', isbn: 'i-gone', memberId: 'm3', branchCode: 'north', days: 3, state: 'OUT' },
];
const REVIEWS = [
  { id: 'r1', workId: 'w1', memberId: 'm1', stars: 5, text: 'Walls' },
  { id: 'r2', workId: 'w4', memberId: 'm2', stars: 4, text: null },
  { id: 'r3', workId: 'w1', memberId: 'm-gone', stars: 0, text: '' },
  { id: 'r4', workId: 'w2', memberId: 'm3', stars: 3, text: 'Cities' },
];

const workOf = ({ id, isbn }: Row): Row | undefined => WORKS.find((work) => (id === undefined ? work.isbn === isbn : work.id === id));
const ofWork = (field: string): Resolver => (source) => workOf(source)?.[field];
const memberOf = ({ id }: Row) => MEMBERS.find((member) => member.id === id);
const authorOf = ({ id }: Row) => AUTHORS.find((author) => author.id === id);
const branchOf = ({ code }: Row) => BRANCHES.find((branch) => branch.code === code);
const loanOf = ({ id }: Row) => LOANS.find((loan) => loan.id === id);
const reviewOf = ({ id }: Row) => REVIEWS.find((review) => review.id === id);
const found = (row: Row | undefined): Row | null => (row ? { ...row } : null);
const refusal = (code: string) => new GraphQLError('Refused.', { extensions: { code } });
const firstOf = <T>(rows: readonly T[], first: unknown): T[] => rows.slice(0, Number(first));
const memberRef = (id: string | null) => (id === null ? null : { __typename: 'Member', id, name: MEMBERS.find((member) => member.id === id)?.name ?? null });

const catalog: LocalSubgraph = {
  name: 'catalog',
  sdl: `
    type Query {
      works(first: Int! = 3, filter: WorkFilter): WorkConnection!
      work(id: ID!): Work
      book(isbn: String!): Book
      shelves: [[Work]!]!
      search(text: String!, formats: [Format!] = [PAPERBACK, AUDIO]): [SearchResult!]!
      authors: [Author]
    }
    enum Format { HARDBACK PAPERBACK AUDIO }
    input WorkFilter { formats: [Format!], minPages: Int = 1, title: TitleFilter }
    input TitleFilter { contains: String!, ignoreCase: Boolean! = true }
    type WorkConnection { edges: [WorkEdge!]! pageInfo: PageInfo! totalCount: Int! }
    type WorkEdge { cursor: String! node: Work! }
    type PageInfo @shareable { hasNextPage: Boolean! endCursor: String }
    interface Titled { title: String! }
    interface Work implements Titled @key(fields: "id") { id: ID! title: String! related(first: Int = 2): [Work!] }
    type Book implements Work & Titled @key(fields: "id") @key(fields: "isbn") {
      id: ID! isbn: String! title: String! related(first: Int = 2): [Work!]
      format: Format! pages: Int author: Author size: Size subtitles: [String]
      cost: Int! @inaccessible
      fine: Money
    }
    type Film implements Work & Titled @key(fields: "id") {
      id: ID! title: String! related(first: Int = 2): [Work!]
      length(unit: TimeUnit! = MINUTES): Float! cast: [[String!]]
    }
    enum TimeUnit { MINUTES HOURS }
    type Size { height: Float! unit: String! }
    type Money @shareable { cents: Int! currency: String! }
    type Author @key(fields: "id") { id: ID! name: String! born: Int books: [Book!]! }
    union SearchResult = Book | Film | Author
  `,
  resolvers: {
    Query: {
      works: (_, { first, filter }) => toConnection(filterWorks(filter as Row | undefined), Number(first)),
      work: (_, { id }) => found(workOf({ id })),
      book: (_, { isbn }) => found(workOf({ isbn })),
      shelves: () => [[WORKS[0], null, WORKS[3]], [], [WORKS[1]]],
      search: (_, { text, formats }) => [
        ...WORKS.filter(({ title, format }) => String(title).includes(String(text)) && (format === undefined || (formats as unknown[] | null)?.includes(format))),
        ...AUTHORS.map((author) => ({ __typename: 'Author', ...author })),
      ],
      authors: () => [AUTHORS[0], null, AUTHORS[1]],
    },
    Work: { __resolveReference: (reference) => found(workOf(reference)) },
    Book: {
      __resolveReference: (reference) => found(workOf(reference)),
      id: (source) => source.id ?? workOf(source)?.id, isbn: (source) => source.isbn ?? workOf(source)?.isbn, title: ofWork('title'), format: ofWork('format'), pages: ofWork('pages'), size: ofWork('size'),
      subtitles: ofWork('subtitles'), cost: ofWork('cost'),
      author: (source) => found(authorOf({ id: workOf(source)?.authorId })),
      related: (source, { first }) => workOf(source) && firstOf(WORKS.filter((work) => work !== workOf(source)), first),
      fine: () => { throw new Error('Overridden by lending.'); },
    },
    Film: {
      __resolveReference: (reference) => found(workOf(reference)),
      title: ofWork('title'), cast: ofWork('cast'),
      related: (_, { first }) => (first === null ? null : firstOf(WORKS, first)),
      length: (source, { unit }) => Number(workOf(source)?.minutes) / (unit === 'HOURS' ? 60 : 1),
    },
    Author: {
      __resolveReference: (reference) => found(authorOf(reference)),
      name: (source) => authorOf(source)?.name,
      born: (source) => authorOf(source)?.born,
      books: ({ id }) => WORKS.filter(({ authorId }) => authorId === id),
    },
  },
};

function filterWorks(filter: Row | undefined): Row[] {
  const { formats, minPages, title } = filter ?? {};
  const { contains, ignoreCase } = (title ?? {}) as Row;
  const needle = typeof contains === 'string' ? contains : '';
  return WORKS.filter((work) => (
    (!Array.isArray(formats) || formats.includes(work.format))
    && (typeof minPages !== 'number' || work.pages === undefined || Number(work.pages) >= minPages)
    && (ignoreCase ? String(work.title).toLowerCase().includes(needle.toLowerCase()) : String(work.title).includes(needle))
  ));
}

function toConnection(rows: Row[], first: number) {
  const edges = firstOf(rows, first).map((node) => ({ cursor: `c-${String(node.id)}`, node }));
  return { edges, pageInfo: { hasNextPage: rows.length > edges.length, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: rows.length };
}

const members: LocalSubgraph = {
  name: 'members',
  sdl: `
    type Query { members(ids: [ID!]): [Member]! member(id: ID!): Member me: Viewer card(branch: ID!, number: Int! = 7): Card }
    type Mutation { rename(input: RenameInput!): RenameResult! }
    input RenameInput { id: ID! name: String! }
    union RenameResult = Member | NotFound | InvalidInput
    interface Failure { message: String! }
    type NotFound implements Failure @shareable { message: String! }
    type InvalidInput implements Failure @shareable { message: String! field: [String!]! }
    type Viewer @key(fields: "id") { id: ID! member: Member! email: String! }
    type Member @key(fields: "id") {
      id: ID! handle: String! name: String @shareable tags: [[String]] sponsor: Member cards: [Card!]!
    }
    type Card @key(fields: "branch { code } number") { branch: Branch! number: Int! holder: Member }
    type Branch @key(fields: "code", resolvable: false) { code: ID! }
  `,
  resolvers: {
    Query: {
      members: (_, { ids }) => (ids ? (ids as string[]).map((id) => memberOf({ id }) ?? null) : MEMBERS),
      member: (_, { id }) => memberOf({ id }) ?? null,
      me: () => ({ id: 'm1' }),
      card: (_, { branch, number }) => ({ branch: { code: branch }, number, holderId: 'm2' }),
    },
    Mutation: {
      rename: (_, { input }) => {
        const { id, name } = input as Row;
        if (name === '') return { __typename: 'InvalidInput', message: 'A name is needed.', field: ['name'] };
        return memberOf({ id }) ? { __typename: 'Member', ...memberOf({ id }) } : { __typename: 'NotFound', message: 'There is no such member.' };
      },
    },
    Viewer: { __resolveReference: ({ id }) => ({ id }), member: ({ id }) => memberOf({ id }), email: ({ id }) => `${String(id)}@example.org` },
    Member: {
      __resolveReference: (reference) => found(memberOf(reference)),
      handle: (source) => memberOf(source)?.handle,
      name: (source) => memberOf(source)?.name ?? null,
      tags: (source) => {
        if (source.id === 'm2') throw refusal('RATE_LIMITED');
        return memberOf(source)?.tags;
      },
      sponsor: (source) => memberRef(memberOf(source)?.sponsorId ?? null),
      cards: (source) => memberOf(source) && ['north', 'south'].map((code, index) => ({ branch: { code }, number: index + 1, holderId: source.id })),
    },
    Card: {
      __resolveReference: ({ branch, number }) => ({ branch, number, holderId: 'm2' }),
      holder: ({ holderId }) => memberRef(typeof holderId === 'string' ? holderId : 'm2'),
    },
  },
};

const lending: LocalSubgraph = {
  name: 'lending',
  sdl: `
    type Query { loans(states: [LoanState!], branch: ID): [Loan!]! branches: [Branch!]! }
    type Mutation { borrow(isbn: String!, member: ID!): BorrowResult! giveBack(loan: ID!): GiveBackResult }
    type Subscription { loanChanged(branch: ID, first: Int! = 3): Loan! tick(count: Int! = 2): Tick }
    type Tick { number: Int! at: Branch root: Query! }
    enum LoanState { OUT LATE BACK }
    union BorrowResult = Loan | NotFound | LimitReached
    union GiveBackResult = Loan | NotFound
    interface Failure { message: String! }
    type NotFound implements Failure @shareable { message: String! }
    type LimitReached implements Failure { message: String! limit: Int! }
    type Loan @key(fields: "id") { id: ID! book: Book member: Member branch: Branch! days: Int! state: LoanState! fee: Money }
    type Branch @key(fields: "code") { code: ID! name: String! city: String loans(first: Int! = 2): [Loan!]! }
    type Money @shareable { cents: Int! currency: String! }
    type Book @key(fields: "isbn") {
      isbn: String!
      pages: Int @external
      size: Size @external
      cost: Int! @external
      fine: Money @override(from: "catalog")
      fee(days: Int! = 1, currency: String): Money @requires(fields: "pages size { height } cost")
      loans: [Loan!]!
    }
    type Size @external { height: Float! }
    type Member @key(fields: "id") { id: ID! loans(states: [LoanState!]): [Loan!]! viewer: Viewer }
    type Viewer @key(fields: "id") { id: ID! openLoans: Int }
    type Card @key(fields: "branch { code } number") { branch: Branch! number: Int! activeLoans: Int! }
  `,
  resolvers: {
    Query: {
      loans: (_, { states, branch }) => LOANS.filter((loan) => (
        (!states || (states as string[]).includes(loan.state)) && (branch === undefined || branch === null || loan.branchCode === branch)
      )),
      branches: () => BRANCHES,
    },
    Mutation: {
      borrow: (_, { isbn, member }) => {
        if (member === 'm2') return { __typename: 'LimitReached', message: 'Two at a time.', limit: 2 };
        return isbn === 'i1' ? { __typename: 'Loan', ...LOANS[0] } : { __typename: 'NotFound', message: 'There is no such book.' };
      },
      giveBack: (_, { loan }) => {
        const row = loanOf({ id: loan });
        return row ? { __typename: 'Loan', ...row } : { __typename: 'NotFound', message: 'There is no such loan.' };
      },
    },
    Subscription: {
      loanChanged: {
        async* subscribe(_: unknown, { branch, first }: Row) {
          const rows = LOANS.filter((loan) => branch === undefined || branch === null || loan.branchCode === branch);
          for (const loan of firstOf(rows, first)) yield { loanChanged: loan };
        },
      },
      tick: {
        async* subscribe(_: unknown, { count }: Row) {
          for (let number = 0; number < Number(count); number += 1) yield { tick: number === 1 ? null : { number, at: BRANCHES[0], root: {} } };
        },
      },
    },
    Loan: {
      __resolveReference: (reference) => found(loanOf(reference)),
      book: ({ isbn }) => ({ isbn }),
      member: ({ memberId }) => ({ id: memberId }),
      branch: ({ branchCode }) => branchOf({ code: branchCode }),
      fee: ({ days, state }) => {
        if (state === 'LATE') throw refusal('FORBIDDEN');
        return days === 0 ? null : { cents: Number(days) * 10, currency: 'EUR' };
      },
    },
    Branch: {
      __resolveReference: (reference) => found(branchOf(reference)),
      name: (source) => branchOf(source)?.name,
      city: (source) => branchOf(source)?.city,
      loans: ({ code }, { first }) => firstOf(LOANS.filter(({ branchCode }) => branchCode === code), first),
    },
    Book: {
      fine: ({ isbn }) => ({ cents: String(isbn).length, currency: 'EUR' }),
      fee: ({ pages, size, cost }, { days, currency }) => (cost === undefined ? null : {
        cents: Math.round(Number(pages ?? 1000) + Number((size as Row | null)?.height ?? 500) + Number(cost) * Number(days)), currency: currency ?? 'EUR',
      }),
      loans: ({ isbn }) => LOANS.filter((loan) => loan.isbn === isbn),
    },
    Member: {
      loans: ({ id }, { states }) => LOANS.filter(({ memberId, state }) => memberId === id && (!states || (states as string[]).includes(state))),
      viewer: ({ id }) => (id === 'm1' ? { id } : null),
    },
    Viewer: { openLoans: ({ id }) => LOANS.filter(({ memberId }) => memberId === id).length },
    Card: { activeLoans: ({ branch, number }) => Number(number) + String((branch as Row).code).length },
  },
};

const reviews: LocalSubgraph = {
  name: 'reviews',
  sdl: `
    type Query { reviews(minStars: Int = 1): [Review!]! latest: [Reviewed] best: [Work!]! }
    type Subscription { reviewAdded(minStars: Int! = 0): Review }
    union Reviewed = Review | Member
    type Review @key(fields: "id") { id: ID! work: Work author: Member @provides(fields: "name") stars: Int! text: String }
    type Work @key(fields: "id") @interfaceObject {
      id: ID! title: String! @external
      reviews(first: Int! = 2): [Review!]! averageStars: Float
      headline(loud: Boolean = false): String @requires(fields: "title")
    }
    type Member @key(fields: "id") { id: ID! name: String @external reviews: [Review!]! }
  `,
  resolvers: {
    Query: {
      reviews: (_, { minStars }) => REVIEWS.filter(({ stars }) => stars >= Number(minStars ?? 0)),
      latest: () => [{ __typename: 'Review', ...REVIEWS[0] }, null, { ...memberRef('m2') }, { __typename: 'Review', ...REVIEWS[2] }],
      best: () => [{ id: 'w4' }, { id: 'w1' }, { id: 'w4' }],
    },
    Subscription: {
      reviewAdded: {
        async* subscribe(_: unknown, { minStars }: Row) {
          for (const review of REVIEWS) if (review.stars >= Number(minStars)) yield { reviewAdded: review };
        },
      },
    },
    Review: {
      __resolveReference: (reference) => found(reviewOf(reference)),
      work: ({ workId }) => ({ id: workId }),
      author: ({ memberId }) => memberRef(String(memberId)),
    },
    Work: {
      reviews: ({ id }, { first }) => (id ? firstOf(REVIEWS.filter(({ workId }) => workId === id), first) : null),
      averageStars: ({ id }) => {
        const stars = REVIEWS.filter(({ workId }) => workId === id).map((review) => review.stars);
        return stars.length === 0 ? null : stars.reduce((sum, star) => sum + star, 0) / stars.length;
      },
      headline({ title }, { loud }) {
        if (typeof title !== 'string') return null;
        return loud ? title.toUpperCase() : `“${title}”`;
      },
    },
    Member: {
      reviews: ({ id }) => {
        if (id === 'm3') throw refusal('FORBIDDEN');
        return REVIEWS.filter(({ memberId }) => memberId === id);
      },
    },
  },
};

const events: LocalSubgraph = {
  name: 'events',
  sdl: `
    type Query { events: [Event!]! }
    scalar Data
    type Event @key(fields: "id") { id: ID! at: Branch data: Data topic: Topic seats(kind: SeatKind! = { name: "chair" }): Int }
    input SeatKind { name: String!, count: Int! = 3, nested: SeatKind }
    union Topic = Author | Book | Member
    type Branch @key(fields: "code") { code: ID! events: [Event!] }
    type Author @key(fields: "id", resolvable: false) { id: ID! }
    type Book @key(fields: "id", resolvable: false) { id: ID! }
    type Member @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: { events: () => EVENTS },
    Event: {
      __resolveReference: ({ id }) => EVENTS.find((event) => event.id === id) ?? null,
      at: ({ branchCode }) => ({ code: branchCode }),
      seats: (_, { kind }) => Number((kind as Row).count) * String((kind as Row).name).length,
    },
    Branch: { events: ({ code }) => (code === 'south' ? null : EVENTS) },
  },
};
const EVENTS: Row[] = [
  { id: 'e1', branchCode: 'north', data: { deep: [1, { null: null }], 'a key': true }, topic: { __typename: 'Author', id: 'a1' } },
  { id: 'e2', branchCode: 'south', data: 0, topic: { __typename: 'Book', id: 'w2' } },
  { id: 'e3', branchCode: 'north', data: null, topic: { __typename: 'Member', id: 'm1' } },
  { id: 'e4', branchCode: 'north', data: 'text', topic: null },
];

export const LIBRARY: readonly LocalSubgraph[] = [catalog, members, lending, reviews, events];

/** What `Work` has in reviews as one object, for each of its types; nothing else of the graph is different. */
const WORK_FIELDS = `
  id: ID! title: String! @external
  reviews(first: Int! = 2): [Review!]! averageStars: Float
  headline(loud: Boolean = false): String @requires(fields: "title")
`;
const withTypeName = (row: Row): Row => ({ ...row, __typename: workOf({ id: row.id })?.__typename });

const reviewsOfObjects: LocalSubgraph = {
  name: 'reviews',
  sdl: reviews.sdl.replace(/type Work [^}]*\}/, `
    interface Work @key(fields: "id") { id: ID! reviews(first: Int! = 2): [Review!]! averageStars: Float headline(loud: Boolean = false): String }
    type Book implements Work @key(fields: "id") { ${WORK_FIELDS} }
    type Film implements Work @key(fields: "id") { ${WORK_FIELDS} }`),
  resolvers: {
    ...reviews.resolvers,
    Query: { ...reviews.resolvers.Query, best: () => [{ id: 'w4' }, { id: 'w1' }, { id: 'w4' }].map(withTypeName) },
    Review: { ...reviews.resolvers.Review, work: ({ workId }) => withTypeName({ id: workId }) },
    Work: { __resolveReference: withTypeName },
    Book: reviews.resolvers.Work!,
    Film: reviews.resolvers.Work!,
  },
};

/** The same without `@interfaceObject`. */
export const LIBRARY_OF_OBJECTS: readonly LocalSubgraph[] = LIBRARY.map((subgraph) => (subgraph === reviews ? reviewsOfObjects : subgraph));

export const LIBRARY_MONOLITH: MonolithOptions = {
  requires: {
    'Book.fee': ['pages', 'size', 'cost'],
    'Book.headline': ['title'],
    'Film.headline': ['title'],
    'Book.reviews': ['id'],
    'Book.averageStars': ['id'],
    'Book.loans': ['isbn'],
    'Book.fine': ['isbn'],
  },
  typeOf: { Work: (source) => String(workOf(source)?.__typename) },
};

/** Arguments by coordinate, where a value out of nothing would find nothing. */
export const LIBRARY_VALUES: Record<string, readonly unknown[]> = {
  'Query.work(id:)': ['w1', 'w4', 'w-gone'],
  'Query.book(isbn:)': ['i1', 'i2', 'i-gone'],
  'Query.search(text:)': ['S', 'i', ''],
  'Query.member(id:)': ['m1', 'm2', 'm-gone'],
  'Query.members(ids:)': [['m1', 'm-gone', 'm3'], ['m2'], []],
  'Query.card(branch:)': ['north', 'south'],
  'Query.loans(branch:)': ['north', 'south'],
  'Subscription.loanChanged(branch:)': ['north', 'south'],
  'TitleFilter.contains': ['i', 'THE', 'zzz'],
  'SeatKind.nested': [null],
};
