/** What is missing between two messages that are known. */
export interface Hole {
  /** The cursor of the next message that has one. */
  before: string;
  /** How many there are before that, some of which may be known. */
  missing: number;
}

/** The newest stretch of numbers that is missing in a list of messages; null when they follow on each other. */
export function findHole(edges: readonly { cursor: string; node: { seq: number } }[]): Hole | null {
  for (let index = edges.length - 1; index > 0; index -= 1) {
    const [previous, next] = [edges[index - 1]!, edges[index]!];
    if (next.node.seq - previous.node.seq <= 1) continue;
    // What came live has no cursor; when nothing after it has one, what is missing is on its way.
    const anchor = edges.slice(index).find(({ cursor }) => cursor !== '');
    if (anchor) return { before: anchor.cursor, missing: anchor.node.seq - previous.node.seq - 1 };
  }
  return null;
}
