import type { ApolloClient } from '@apollo/client';
import { toErrorKind } from '@/graph/describe-error';
import type { WaitingMessage } from '@/offline/database';
import { refuseInOutbox, removeFromOutbox } from '@/offline/outbox';
import type { SendOutcome } from '@/offline/outbox-drain';
import type { Session } from '@/session/session';
import { SendMessageDocument } from './send-message.generated';
import { writeMessages } from './write-messages';

/** An answer that does not come for so long is not waited for: the same message again is the same message. */
const TIMEOUT_MS = 20_000;

export interface SendWaitingOptions {
  client: ApolloClient;
  session: Session;
  /** Words for an error of which the graph gives none. */
  describe(error: unknown): string;
}

const afterTimeout = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new TypeError('The graph does not answer')), TIMEOUT_MS);
  });

/** Sends one message of the outbox, and settles what came of it there. */
export const createSendWaiting = ({ client, session, describe }: SendWaitingOptions) => async (waiting: WaitingMessage): Promise<SendOutcome> => {
  const { id, exchangeId, body, clientId, viewerId } = waiting;

  async function refuse(words: string): Promise<SendOutcome> {
    await refuseInOutbox(waiting, words);
    return { kind: 'refused' };
  }

  try {
    // The token that goes with the message is the one that is known now.
    await session.getToken();
    const state = session.getState();
    if (state.status !== 'viewer' || state.viewerId !== viewerId) return { kind: 'later' };
    const { data } = await Promise.race([client.mutate({ mutation: SendMessageDocument, variables: { input: { exchangeId, body, clientId } }, fetchPolicy: 'no-cache' }), afterTimeout()]);
    const result = data?.sendMessage;
    switch (result?.__typename) {
      case 'Message':
        // Known before it no longer waits: it never leaves the screen.
        writeMessages(client.cache, exchangeId, [result]);
        await removeFromOutbox(id!, { sent: { exchangeId, message: result } });
        return { kind: 'sent' };
      case 'RateLimited':
        return { kind: 'later', waitMs: result.retryAfterSeconds * 1_000 };
      case 'InvalidInput':
      case 'NotFound':
        return await refuse(result.message);
      case undefined:
        return { kind: 'stuck' };
      default:
        return result satisfies never;
    }
  } catch (error) {
    const kind = toErrorKind(error);
    if (kind === 'input' || kind === 'forbidden') return refuse(describe(error));
    return { kind: kind === 'server' ? 'stuck' : 'later' };
  }
};
