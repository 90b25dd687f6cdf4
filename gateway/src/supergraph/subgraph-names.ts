import { Kind, parse } from 'graphql';

/** A subgraph as its supergraph names it; `url` is empty where none is known. */
export interface NamedSubgraph {
  name: string;
  url: string;
}

/** The subgraphs that a supergraph is made of, as its `join__Graph` enum has them. Throws on what is no supergraph. */
export function readSubgraphs(supergraphSdl: string): NamedSubgraph[] {
  const graphs = parse(supergraphSdl).definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('This is no supergraph: it has no join__Graph');
  return (graphs.values ?? []).map(({ name, directives }) => {
    const given = directives?.find((directive) => directive.name.value === 'join__graph')?.arguments;
    const read = (argument: string): string | undefined => {
      const value = given?.find((one) => one.name.value === argument)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    return { name: read('name') ?? name.value.toLowerCase(), url: read('url') ?? '' };
  });
}

/** Their names alone. */
export const readSubgraphNames = (supergraphSdl: string): string[] => readSubgraphs(supergraphSdl).map(({ name }) => name);
