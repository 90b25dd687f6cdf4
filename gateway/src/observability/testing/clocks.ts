import type { LocalSubgraph } from '../../execution/testing/local-graph.js';

/** A subgraph that answers, and one field of which does not. */
export const CLOCKS: LocalSubgraph = {
  name: 'clocks',
  sdl: 'type Query { clock: String named(id: ID!): String broken: String }',
  resolvers: {
    Query: {
      clock: () => 'tick',
      named: (_source, { id }) => String(id),
      broken: () => {
        throw new Error('SELECT * FROM vault');
      },
    },
  },
};
