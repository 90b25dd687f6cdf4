interface Mark {
  seq: number;
  reader: { id: string } | null;
}

/** How far the viewer has read; 0 for not at all. */
export const ownReadSeq = (marks: readonly Mark[] | null, viewerId: string): number => marks?.find(({ reader }) => reader?.id === viewerId)?.seq ?? 0;

/** How far all the others have read: what lies below has been seen by everyone. */
export function othersReadSeq(marks: readonly Mark[] | null, participantIds: readonly string[], viewerId: string): number {
  const others = participantIds.filter((id) => id !== viewerId);
  if (others.length === 0) return 0;
  return Math.min(...others.map((id) => ownReadSeq(marks, id)));
}
