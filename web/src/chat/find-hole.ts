/** What is missing between two messages that are known. */
export interface Hole {
  /** The cursor of the message after it. */
  before: string;
  /** How many there are in it. */
  missing: number;
}

/** The newest stretch of numbers that is missing in a list of messages; null when they follow on each other. */
export function findHole(edges: readonly { cursor: string; node: { seq: number } }[]): Hole | null {
  for (let index = edges.length - 1; index > 0; index -= 1) {
    const [previous, next] = [edges[index - 1]!, edges[index]!];
    const missing = next.node.seq - previous.node.seq - 1;
    // What came live has no cursor, and what is missing before it is on its way.
    if (missing > 0 && next.cursor) return { before: next.cursor, missing };
  }
  return null;
}
