import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedOperation } from './explorer/explorer.js';

/** The `.graphql` files of a folder in the order of their names, each with its variables in a `.json` file beside it. */
export async function readSavedOperations(folder: string): Promise<SavedOperation[]> {
  const files = (await readdir(folder)).toSorted();
  return Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => {
        const variablesFile = file.replace(/\.graphql$/, '.json');
        const query = await readFile(join(folder, file), 'utf8');
        return {
          name: file.replace(/\.graphql$/, ''),
          query,
          ...(files.includes(variablesFile) && { variables: await readFile(join(folder, variablesFile), 'utf8') }),
        };
      }),
  );
}
