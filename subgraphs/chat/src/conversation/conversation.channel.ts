import type { Transaction } from '@secondlife/platform/database/transaction';
import type { Conversation } from './conversation.entity.js';

/** A hint that something has been written or read in an exchange. */
export interface ConversationHint {
  exchangeId: string;
}

/** The channel on which a person's changed conversations are hinted. */
export const toUserChannel = (userId: string): string => `chat.user.${userId}`;

/** Everyone who takes part hears of it, once the transaction has committed. */
export function hintParticipants(tx: Pick<Transaction, 'hint'>, { exchangeId, participantIds }: Conversation): void {
  for (const userId of participantIds) tx.hint(toUserChannel(userId), { exchangeId } satisfies ConversationHint);
}
