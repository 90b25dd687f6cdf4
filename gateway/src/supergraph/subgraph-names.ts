import { Kind, parse } from 'graphql';

/** The names of the subgraphs that a supergraph is made of, as its `join__Graph` enum has them. */
export function readSubgraphNames(supergraphSdl: string): string[] {
  const graphs = parse(supergraphSdl).definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('This is no supergraph: it has no join__Graph');
  return (graphs.values ?? []).map(({ name, directives }) => {
    const argument = directives?.find((directive) => directive.name.value === 'join__graph')?.arguments?.find((one) => one.name.value === 'name');
    return argument?.value.kind === Kind.STRING ? argument.value.value : name.value.toLowerCase();
  });
}
