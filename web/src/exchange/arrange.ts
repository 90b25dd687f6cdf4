import { STANDINGS, toStanding, type Group, type StandingParts } from './standing';

/** Where an exchange stands in the list. */
export interface Place {
  id: string;
  group: Group;
}

/** The order of the list: by what there is to do, and within it as the exchanges come. */
export function arrange(exchanges: readonly (StandingParts & { id: string })[], viewerId: string): Place[] {
  return exchanges.map((exchange) => ({ id: exchange.id, group: STANDINGS[toStanding(exchange, viewerId)].group }));
}

export const isSameOrder = (a: readonly Place[], b: readonly Place[]): boolean =>
  a.length === b.length && a.every(({ id, group }, index) => id === b[index]!.id && group === b[index]!.group);
