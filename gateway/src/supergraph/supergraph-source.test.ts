import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@secondlife/platform/log';
import { createSupergraphFile } from './supergraph-source.js';

let folder: string;
let file: string;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  file = join(folder, 'supergraph.graphql');
});
afterEach(async () => {
  await stop?.();
  await rm(folder, { recursive: true });
});

/** Follows the file; `changed` resolves with the text that it has next. */
async function follow() {
  const { promise: changed, resolve: update } = Promise.withResolvers<string>();
  const { supergraphSdl, cleanup } = await createSupergraphFile(file, createLogger({ name: 'test', level: 'silent' })).initialize({
    update,
    healthCheck: async () => undefined,
    getDataSource: () => { throw new Error('Nothing is fetched.'); },
  });
  stop = cleanup;
  return { supergraphSdl, changed };
}

/** As kubelet gives out a ConfigMap: a folder for each version, and a link to the newest that is replaced at one stroke. */
async function publish(version: string): Promise<void> {
  await mkdir(join(folder, `..${version}`));
  await writeFile(join(folder, `..${version}`, 'supergraph.graphql'), version);
  await symlink(`..${version}`, join(folder, '..data_tmp'));
  await rename(join(folder, '..data_tmp'), join(folder, '..data'));
}

describe('the supergraph of a file', () => {
  it('is read again when the file is replaced', async () => {
    await writeFile(file, 'first');
    const { supergraphSdl, changed } = await follow();
    await writeFile(join(folder, 'next'), 'second');
    await rename(join(folder, 'next'), file);
    expect([supergraphSdl, await changed]).toEqual(['first', 'second']);
  });

  it('is read again when what the file links to is replaced, as Kubernetes does', async () => {
    await publish('first');
    await symlink(join('..data', 'supergraph.graphql'), file);
    const { supergraphSdl, changed } = await follow();
    await publish('second');
    expect([supergraphSdl, await changed]).toEqual(['first', 'second']);
  });

  it('is read again while something else in the folder never rests', async () => {
    await publish('first');
    await symlink(join('..data', 'supergraph.graphql'), file);
    const { changed } = await follow();
    const restless = setInterval(() => writeFileSync(join(folder, 'log'), ''), 20);
    try {
      await publish('second');
      expect(await changed).toBe('second');
    } finally {
      clearInterval(restless);
    }
  });
});
