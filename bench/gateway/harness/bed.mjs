import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../gateways/gateways.mjs';
import { compose, createOracle } from '../graph/compose.mjs';
import { startChild } from './child.mjs';

const SUBGRAPHS = fileURLToPath(new URL('../graph/subgraphs-main.mjs', import.meta.url));

/** The subgraphs, running, their supergraph in a file, and gateways before them. What it starts ends with `dispose`. */
export async function createBed({ profileDir } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'sle-bench-'));
  const subgraphs = startChild(SUBGRAPHS);
  const urls = await subgraphs.ready;
  const supergraph = join(folder, 'supergraph.graphql');
  const supergraphSdl = compose(urls);
  await writeFile(supergraph, supergraphSdl);
  const running = [];
  return {
    folder,
    urls,
    supergraph,
    supergraphSdl,
    subgraphs,
    answerTo: createOracle(supergraphSdl),
    async start(name, options = {}) {
      const gateway = await startGateway(name, supergraph, { profileDir, urls, ...options });
      running.push(gateway);
      return gateway;
    },
    async dispose() {
      await Promise.all(running.map((gateway) => gateway.stop()));
      await subgraphs.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
