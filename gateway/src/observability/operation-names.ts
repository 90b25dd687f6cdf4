/** Names of operations as the label of a metric: strangers choose them, and each one costs memory here and wherever it is read. */
export interface OperationNames {
  /** `other` for a name beyond those that are kept, `anonymous` for none. */
  toLabel(name: string | undefined): string;
}

export interface OperationNamesOptions {
  /** Texts whose operations are always told by name: they are the operator's own. */
  documents?: Iterable<string> | undefined;
  /** How many more names are told, the first that come. Default 200. */
  maxStrangers?: number;
}

const MAX_LENGTH = 64;
const NAMED = /\b(?:query|mutation|subscription)\s+([_A-Za-z]\w*)/g;

export function createOperationNames({ documents = [], maxStrangers = 200 }: OperationNamesOptions = {}): OperationNames {
  const told = new Set<string>();
  for (const text of documents) for (const [, name] of text.matchAll(NAMED)) told.add(name!);
  let room = maxStrangers;
  return {
    toLabel(name) {
      if (name === undefined) return 'anonymous';
      if (told.has(name)) return name;
      if (room === 0 || name.length > MAX_LENGTH) return 'other';
      room -= 1;
      told.add(name);
      return name;
    },
  };
}
