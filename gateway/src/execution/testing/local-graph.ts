import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema, execute, isAbstractType, isInterfaceType, isObjectType, parse, printSchema, subscribe, validate,
  type DocumentNode, type ExecutionResult, type FormattedExecutionResult, type GraphQLFieldResolver, type GraphQLSchema,
} from 'graphql';
import type { SubgraphRequest, SubgraphTransport } from '../transport.js';

type Source = Record<string, unknown>;
export type Resolver = GraphQLFieldResolver<Source, unknown, Record<string, unknown>>;
export type Resolvers = Record<string, Record<string, Resolver | { subscribe: Resolver; resolve?: Resolver }>>;

export interface LocalSubgraph { name: string; sdl: string; resolvers: Resolvers }

/** A transport into a schema of this process that keeps what it was asked. */
export interface LocalTransport extends SubgraphTransport<unknown> { requests: SubgraphRequest[] }

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key" "@requires" "@provides" "@external" "@shareable" "@inaccessible" "@override" "@interfaceObject" "@context" "@fromContext"
])\n`;

const toTypeDefs = ({ sdl }: LocalSubgraph): DocumentNode => parse(FEDERATION + sdl);

/** Throws with every composition error. */
export function composeLocal(subgraphs: readonly LocalSubgraph[]): string {
  const { errors, supergraphSdl } = composeServices(subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: toTypeDefs(subgraph) })));
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], (errors ?? []).map(String).join('\n'));
  return supergraphSdl;
}

export function createLocalTransport(subgraph: LocalSubgraph): LocalTransport {
  const schema = buildSubgraphSchema([{ typeDefs: toTypeDefs(subgraph), resolvers: subgraph.resolvers }]);
  const requests: SubgraphRequest[] = [];

  const toArgs = (request: SubgraphRequest) => {
    requests.push(request);
    const document = parse(request.query);
    const [invalid] = validate(schema, document);
    if (invalid) throw new Error(`${subgraph.name} was asked what its schema does not have: ${invalid.message}\n${request.query}`);
    return { schema, document, variableValues: request.variables, operationName: request.operationName ?? null };
  };

  return {
    requests,
    async execute(request) {
      return overTheWire(await execute(toArgs(request)));
    },
    async subscribe(request) {
      const accepted = await subscribe(toArgs(request));
      return Symbol.asyncIterator in accepted ? eachOverTheWire(accepted) : eachOverTheWire(onlyResult(accepted));
    },
  };
}

export function createLocalTransports(subgraphs: readonly LocalSubgraph[]): Map<string, LocalTransport> {
  return new Map(subgraphs.map((subgraph) => [subgraph.name, createLocalTransport(subgraph)]));
}

function overTheWire(result: ExecutionResult): FormattedExecutionResult {
  return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
}

async function* eachOverTheWire(results: AsyncIterable<ExecutionResult>): AsyncGenerator<FormattedExecutionResult, undefined> {
  for await (const result of results) yield overTheWire(result);
}

async function* onlyResult(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield result;
}

export interface MonolithOptions {
  /** The fields of the same type that a field's resolver finds in its source, by `Type.field`: what `@requires` and the key say. */
  requires?: Record<string, readonly string[]>;
  /** The type of an object that does not say it, by interface. */
  typeOf?: Record<string, (source: Source) => string>;
}

/** One schema with the resolvers of all subgraphs; of two for one field, the later subgraph's. */
export function createMonolith(apiSchema: GraphQLSchema, subgraphs: readonly LocalSubgraph[], { requires = {}, typeOf = {} }: MonolithOptions): GraphQLSchema {
  const schema = buildSchema(printSchema(apiSchema));
  for (const { resolvers } of subgraphs) {
    for (const [typeName, fields] of Object.entries(resolvers)) attachResolvers(schema, typeName, fields);
  }
  for (const [coordinate, names] of Object.entries(requires)) resolveBefore(schema, subgraphs, coordinate, names);
  for (const [typeName, find] of Object.entries(typeOf)) {
    const type = schema.getType(typeName);
    if (isInterfaceType(type)) type.resolveType = (source: Source) => find(source);
  }
  return schema;
}

/** The fields that an `@interfaceObject` gives to an interface are those of each type that implements it. */
function attachResolvers(schema: GraphQLSchema, typeName: string, resolvers: Resolvers[string]): void {
  const type = schema.getType(typeName);
  const objectTypes = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  for (const objectType of objectTypes) {
    for (const [fieldName, resolver] of Object.entries(resolvers)) {
      const field = objectType.getFields()[fieldName];
      if (!field) continue;
      if (typeof resolver === 'function') field.resolve = resolver;
      else Object.assign(field, resolver);
    }
  }
}

/** What is required may be inaccessible: its resolvers are looked up in the subgraphs, not in the schema. */
function resolveBefore(schema: GraphQLSchema, subgraphs: readonly LocalSubgraph[], coordinate: string, names: readonly string[]): void {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const resolve = field?.resolve;
  if (!field || !resolve) throw new Error(`There is no resolver for ${coordinate}.`);
  const required = names.map((name) => {
    const resolver = subgraphs.map(({ resolvers }) => resolvers[typeName]?.[name]).findLast((found) => typeof found === 'function');
    return { name, resolver };
  });
  field.resolve = async (source: Source, args, context, info) => {
    const values = await Promise.all(required.map(async ({ name, resolver }) => [name, await resolver?.(source, {}, context, info)]));
    return resolve({ ...source, ...Object.fromEntries(values) }, args, context, info);
  };
}
