interface Thing {
  id: string;
}

/** One side's things, by who gives them; null where a thing can't be shown. */
export interface Side<T extends Thing> {
  giver: { id: string } | null;
  items: readonly (T | null)[];
}

/** What one person gives in one offer and not in the other. */
export interface SideChange<T extends Thing> {
  giverId: string;
  added: T[];
  removed: T[];
}

const isKnown = <T>(thing: T | null): thing is T => thing !== null;

/** What a person gives in an offer. */
export const givenBy = <T extends Thing>(legs: readonly Side<T>[], giverId: string): T[] =>
  legs.filter(({ giver }) => giver?.id === giverId).flatMap(({ items }) => items.filter(isKnown));

/** What was added and taken out on each side from one offer to the next; sides that stayed the same are left out. */
export function whatChanged<T extends Thing>(before: readonly Side<T>[], after: readonly Side<T>[]): SideChange<T>[] {
  const giverIds = new Set([...before, ...after].flatMap(({ giver }) => (giver ? [giver.id] : [])));
  return [...giverIds]
    .map((giverId) => {
      const [had, has] = [givenBy(before, giverId), givenBy(after, giverId)];
      const without = (things: T[], others: T[]) => things.filter(({ id }) => !others.some((other) => other.id === id));
      return { giverId, added: without(has, had), removed: without(had, has) };
    })
    .filter(({ added, removed }) => added.length + removed.length > 0);
}
