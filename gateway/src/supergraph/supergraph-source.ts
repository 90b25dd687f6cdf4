import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@secondlife/platform/log';

/** Several writes to a file within this time are one change. */
const SETTLE_MS = 100;

/**
 * The supergraph of a file, read now and again whenever the file changes. A changed file that can't be read is
 * logged, and the graph goes on with what it has.
 */
export function createSupergraphFile(file: string, log: Logger): SupergraphManager {
  return {
    async initialize({ update }) {
      let current = await readFile(file, 'utf8');
      let settling: NodeJS.Timeout | undefined;
      const reload = async () => {
        try {
          const next = await readFile(file, 'utf8');
          if (next === current) return;
          current = next;
          update(next);
        } catch (error) {
          log.error({ err: error }, 'the changed supergraph can’t be read');
        }
      };
      // The folder is watched, as editors and deployments replace the file rather than write into it. Kubernetes replaces what the file links to,
      // and no event names the file: so whatever changes in the folder, it is read. Only its own changes put that off, as the folder may never rest.
      const watcher = watch(dirname(file), (_event, name) => {
        if (name === basename(file)) {
          clearTimeout(settling);
          settling = undefined;
        }
        settling ??= setTimeout(() => {
          settling = undefined;
          void reload();
        }, SETTLE_MS);
      });
      return {
        supergraphSdl: current,
        cleanup: async () => {
          clearTimeout(settling);
          watcher.close();
        },
      };
    },
  };
}
