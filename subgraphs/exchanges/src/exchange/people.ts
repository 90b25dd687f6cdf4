import type { Exchange } from './exchange.entity.js';
import type { Role } from './exchange.machine.js';
import { ExchangeStatus } from './exchange-status.js';
import type { LegRow } from './leg.entity.js';

/** Everyone who gives or receives, the proposer first. */
export const toParticipantIds = (legs: readonly LegRow[]): string[] => [...new Set(legs.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))];

/** Whose turn it is: who may answer a proposal, or has yet to confirm a handover; nobody in a final state. */
export function toAwaitedIds({ status, lastRevisedBy }: Pick<Exchange, 'status' | 'lastRevisedBy'>, legs: readonly LegRow[]): string[] {
  if (status === ExchangeStatus.PROPOSED) return toParticipantIds(legs).filter((id) => id !== lastRevisedBy);
  if (status === ExchangeStatus.ACCEPTED) return toParticipantIds(legs).filter((id) => hasToConfirm(legs, id));
  return [];
}

/** Whether something that this person was to receive has not been confirmed yet. */
const hasToConfirm = (legs: readonly LegRow[], personId: string): boolean =>
  legs.some(({ receiverId, handedOverAt }) => receiverId === personId && !handedOverAt);

/** The roles of someone who takes part. */
export function toRoles({ lastRevisedBy }: Pick<Exchange, 'lastRevisedBy'>, legs: readonly LegRow[], personId: string): Role[] {
  const role = lastRevisedBy === personId ? 'REVISER' : 'OTHER';
  return hasToConfirm(legs, personId) ? [role, 'RECEIVER'] : [role];
}
