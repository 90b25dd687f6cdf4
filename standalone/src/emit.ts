import { writeFile } from 'node:fs/promises';
import { SERVICES } from './services.js';

/** The SDL of every subgraph, as `schema/` keeps it. */
export async function emitSubgraphs(): Promise<Map<string, string>> {
  const entries: [string, string][] = [];
  // One after the other: TypeGraphQL builds a schema from state that all share.
  for (const [name, { buildSchema }] of Object.entries(SERVICES)) entries.push([name, (await buildSchema()).sdl]);
  return new Map(entries);
}

/** Writes `schema/<subgraph>.graphql` for each. */
export async function writeSubgraphs(root: URL): Promise<void> {
  for (const [name, sdl] of await emitSubgraphs()) await writeFile(new URL(`schema/${name}.graphql`, root), sdl);
}
