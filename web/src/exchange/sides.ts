import type { ExchangeRowFragment } from './exchange-row.generated';
import type { PersonFragment } from './person.generated';
import type { SwapItemFragment } from './swap-item.generated';

/** A swap as one of the two sees it. */
export interface Sides {
  /** With whom; null when the account is gone. */
  other: PersonFragment | null;
  mine: SwapItemFragment[];
  theirs: SwapItemFragment[];
}

const isKnown = <T>(thing: T | null): thing is T => thing !== null;

/** Who the other one is, what the viewer gives and what they get. */
export function toSides({ participants, legs }: Pick<ExchangeRowFragment, 'participants' | 'legs'>, viewerId: string): Sides {
  const itemsWhere = (isWanted: (giverId: string | undefined) => boolean) => legs.filter(({ giver }) => isWanted(giver?.id)).flatMap(({ items }) => items.filter(isKnown));
  return {
    other: participants.find((person) => person !== null && person.id !== viewerId) ?? null,
    mine: itemsWhere((giverId) => giverId === viewerId),
    theirs: itemsWhere((giverId) => giverId !== viewerId),
  };
}

/** What one calls someone in a sentence: without the initial that stands for their last name. */
export const toShortName = (displayName: string): string => displayName.replace(/\s+\p{L}\.$/u, '');
