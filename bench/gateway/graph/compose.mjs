import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { graphql, parse } from 'graphql';
import { roots } from './data.mjs';
import { SUBGRAPHS } from './subgraphs.mjs';

/** The supergraph of these subgraphs, `urls` by their names. */
export function compose(urls, subgraphs = SUBGRAPHS) {
  const { supergraphSdl, errors } = composeServices(Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: urls[name], typeDefs: parse(sdl) })));
  if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Says what the answer to a request must be, from one schema without any subgraph. */
export function createOracle(supergraphSdl) {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return async ({ query, operationName, variables }) => JSON.parse(JSON.stringify(await graphql({ schema, source: query, operationName, variableValues: variables, rootValue: roots })));
}
