import type { Logger } from '@secondlife/platform/log';
import type { IdentitySource } from '@secondlife/platform/access-token';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import { createTokenVerifier, type IdentityCheck } from './access-token.js';
import { watchRevocations } from './revocations.js';

export interface DoorkeeperOptions {
  /** Without one there are no tokens: everyone is nobody, and who sends a token is refused, unless others read it. */
  source?: IdentitySource | undefined;
  /** Whether tokens are propagated to subgraphs, who know what to make of them. Default false. */
  leavesTokens?: boolean;
  pubsub?: PubSub | undefined;
  log: Logger;
}

/** Decides at the door who a client is: token, and whether its session still runs. */
export interface Doorkeeper {
  check(authorization: unknown): Promise<IdentityCheck>;
  onRevoked(listener: (sessionId: string) => void): () => void;
  dispose(): Promise<void>;
}

/** A doorkeeper that checks tokens by the source’s keys and knows its ended sessions. */
export async function createDoorkeeper({ source, leavesTokens = false, pubsub, log }: DoorkeeperOptions): Promise<Doorkeeper> {
  if (!source) {
    return {
      check: async (authorization) => ({ kind: authorization && !leavesTokens ? 'refused' : 'anonymous' }),
      onRevoked: () => () => undefined,
      dispose: async () => undefined,
    };
  }
  const verifier = createTokenVerifier({ source, log });
  const revocations = await watchRevocations({ source, pubsub, log });
  return {
    async check(authorization) {
      const checked = await verifier.check(authorization);
      return checked.kind === 'person' && revocations.has(checked.identity.sessionId) ? { kind: 'refused' } : checked;
    },
    onRevoked: revocations.onRevoked,
    dispose: revocations.dispose,
  };
}
