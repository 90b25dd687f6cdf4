import { readFile, writeFile } from 'node:fs/promises';
import { Supergraph } from '@apollo/federation-internals';
import { composeServices } from '@apollo/composition';
import { parse as parseGraphQL, printSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

/** What Rover reads; composing by hand reads the same file, so that the two can't differ. */
const roverShape = z.object({
  federation_version: z.string(),
  subgraphs: z.record(z.string(), z.object({ routing_url: z.url(), schema: z.object({ file: z.string() }) })),
});

/** What composition makes of the subgraphs. */
export interface Composed {
  supergraphSdl: string;
  /** What clients see: the supergraph without federation's own parts. */
  apiSdl: string;
  /** What composition found odd, such as a type that two subgraphs describe differently. */
  hints: string[];
}

/** Composes the subgraphs that `rover.yaml` names. Throws with every composition error. */
export async function compose(roverFile: string): Promise<Composed> {
  const { subgraphs } = roverShape.parse(parseYaml(await readFile(roverFile, 'utf8')));
  const services = await Promise.all(
    Object.entries(subgraphs).map(async ([name, { routing_url: url, schema }]) => ({
      name,
      url,
      typeDefs: parseGraphQL(await readFile(new URL(schema.file, `file://${roverFile}`), 'utf8')),
    })),
  );
  const { errors, hints, supergraphSdl } = composeServices(services);
  if (!supergraphSdl) throw new Error(`The subgraphs do not compose:\n${(errors ?? []).map(({ message }) => `  ${message}`).join('\n')}`);
  return {
    hints: (hints ?? []).map(String),
    supergraphSdl: `${supergraphSdl.trim()}\n`,
    apiSdl: `${printSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema())}\n`,
  };
}

/** Writes the composed files beside the subgraphs' own. */
export async function writeComposed(root: URL): Promise<void> {
  const { supergraphSdl, apiSdl } = await compose(new URL('rover.yaml', root).pathname);
  await writeFile(new URL('schema/supergraph.graphql', root), supergraphSdl);
  await writeFile(new URL('schema/api.graphql', root), apiSdl);
}
