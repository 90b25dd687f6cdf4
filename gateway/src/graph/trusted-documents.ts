import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The texts that may run, by their ids. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const apolloShape = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});
const plainShape = z.record(z.string(), z.string());

/**
 * Reads a manifest: Apollo's (`generate-persisted-query-manifest`), or an object of texts by their hashes, as GraphQL Code Generator
 * writes it (`persistedDocuments`). Throws, naming the file, when it is neither.
 */
export async function readTrustedDocuments(file: string): Promise<TrustedDocuments> {
  const manifest = await readJson(file);
  const apollo = apolloShape.safeParse(manifest);
  if (apollo.success) return new Map(apollo.data.operations.map(({ id, body }) => [id, body]));
  const plain = plainShape.safeParse(manifest);
  if (plain.success) return new Map(Object.entries(plain.data));
  throw new Error(`${file} is no manifest of documents: neither apollo-persisted-query-manifest, version 1, nor an object of texts by their hashes`);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
