import { ApolloGateway } from '@apollo/gateway';
import { readApolloSupergraph, type ApolloSupergraph } from './apollo-planner.js';

/**
 * Keeps the life of a supergraph by @apollo/gateway: it takes the first and each that follows, or throws why it does not.
 * It runs no operation; and it has a process of its own, since at each supergraph it makes a planner, for longer than requests may wait.
 */
export function createSupergraphKeeper(): (supergraphSdl: string) => Promise<ApolloSupergraph> {
  let takeNext: ((supergraphSdl: string) => void) | undefined;

  const takeFirst = async (supergraphSdl: string): Promise<void> => {
    let update: typeof takeNext;
    const gateway = new ApolloGateway({
      supergraphSdl: async (manager) => {
        ({ update } = manager);
        return { supergraphSdl };
      },
      logger: SILENT,
      buildService: () => ({ process: () => Promise.reject(new Error('Operations are run by our own executor')) }),
    });
    await gateway.load();
    takeNext = update;
  };

  return async (supergraphSdl) => {
    const supergraph = readApolloSupergraph(supergraphSdl);
    const taken = withoutDemands(supergraphSdl);
    if (takeNext) takeNext(taken);
    else await takeFirst(taken);
    return supergraph;
  };
}

/** That the gateway keeps what a supergraph demands is known by then, and @apollo/gateway knows of less: it would refuse `@context`. */
const withoutDemands = (supergraphSdl: string): string => supergraphSdl.replaceAll(/(@link\([^)]*?),?\s*for:\s*SECURITY/g, '$1');

/** What it has to say is in what it throws. */
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
