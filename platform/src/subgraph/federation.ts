import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type ClassType, type NonEmptyArray, type PubSub } from 'type-graphql';
import { DateTime } from '../values/date-time.js';

export interface FederatedSchemaOptions {
  resolvers: NonEmptyArray<ClassType>;
  /** Types that no field of ours leads to, such as stubs that we only extend. */
  orphanedTypes?: ClassType[];
  /** How an entity is found by its key, by type name; null for what is gone. */
  references: Record<string, (reference: never, context: never) => unknown>;
}

/** A subgraph’s schema, to run and to compose. */
export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What composition reads: the committed `schema/<subgraph>.graphql`. */
  sdl: string;
}

const LINK = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag", "@cost", "@listSize"]
  )
`;

/** TypeGraphQL classes as a Federation 2 subgraph. */
export async function buildFederatedSchema({ resolvers, orphanedTypes = [], references }: FederatedSchemaOptions): Promise<FederatedSchema> {
  const plain = await buildSchema({
    resolvers,
    orphanedTypes,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
    // A subgraph need not have a query of its own; the federated schema is validated below.
    skipCheck: true,
    pubSub: UNUSED_PUBSUB,
  });
  const sdl = `${LINK}\n${withRootDescriptions(withoutEmptyQuery(printSchemaWithDirectives(plain)))}\n`;
  const resolverMap = createResolversMap(plain) as ResolverMap;
  for (const [typeName, resolveReference] of Object.entries(references)) {
    resolverMap[typeName] = { ...resolverMap[typeName], __resolveReference: resolveReference };
  }
  if (Object.keys(plain.getQueryType()?.getFields() ?? {}).length === 0) delete resolverMap['Query'];
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolverMap as never }]), sdl };
}

type ResolverMap = Record<string, Record<string, unknown>>;

/** TypeGraphQL asks for one wherever there is a subscription; ours bring their own source of events. */
const UNUSED_PUBSUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions bring their own source of events');
  },
};

/** The same in every subgraph, since they are parts of one type. */
const ROOT_DESCRIPTIONS: Record<string, string> = {
  Query: 'What can be read.',
  Mutation: 'What can be done. Each answers with its success, or with a failure that the user can act on.',
  Subscription: 'What can be followed live, over WebSocket.',
};

const withRootDescriptions = (sdl: string): string =>
  sdl.replace(/^type (Query|Mutation|Subscription) \{/gm, (line, name: string) => `"""${ROOT_DESCRIPTIONS[name]}"""\n${line}`);

const withoutEmptyQuery = (sdl: string): string => sdl.replace(/^type Query\s*$/m, '').replace(/^schema \{[^}]*\}\s*/m, '').trim();
