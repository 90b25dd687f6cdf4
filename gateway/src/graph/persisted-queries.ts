import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { refuse, refuseMalformed, type Refusal } from './refusal.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** What of a request says which document is meant: its text, or, by Apollo's protocol for persisted queries, its hash, or both. */
export interface DocumentPayload {
  query?: string | undefined;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A text, and what remembers it by its hash, where the client asked for that: called once the text is known to be good. */
export interface ResolvedText {
  text: string;
  remember?: () => void;
}

export interface TextResolver {
  /** The text that is meant, or why there is none: PERSISTED_QUERY_NOT_FOUND tells a client to send it once with its hash. */
  resolve(payload: DocumentPayload): ResolvedText | Refusal;
}

const MAX_BYTES = 16 * 1024 * 1024;
const BYTES_PER_TEXT = 500;

/** Automatic persisted queries: what clients have sent once is known by its SHA-256, in this process, as long as there is room. */
export function createPersistedQueries({ maxBytes = MAX_BYTES }: { maxBytes?: number } = {}): TextResolver {
  const texts = new LRUCache<string, string>({ maxSize: maxBytes, sizeCalculation: (text) => BYTES_PER_TEXT + 2 * text.length });
  return {
    resolve({ query, extensions }) {
      const hash = readHash(extensions);
      if (hash === undefined) return query ? { text: query } : refuseMalformed('Send a query.');
      if (hash === null) return refuseMalformed('Persisted queries are of version 1, with a sha256Hash.');
      if (!query) {
        const text = texts.get(hash);
        // Apollo Client knows it by this message too.
        return text === undefined ? refuse('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound') : { text };
      }
      if (createHash('sha256').update(query).digest('hex') !== hash) return refuseMalformed('The sha256Hash is not that of the query.');
      return { text: query, remember: () => void texts.set(hash, query) };
    },
  };
}

/** Lets the documents of a manifest through and no other, whether a client names them by id or sends their text. */
export function createSafelist(documents: TrustedDocuments): TextResolver {
  const texts = new Set(documents.values());
  return {
    resolve({ query, extensions }) {
      const id = readHash(extensions);
      const text = query || (typeof id === 'string' ? documents.get(id) : undefined);
      if (text !== undefined && texts.has(text)) return { text };
      return refuse('FORBIDDEN', 'Only known documents run here.');
    },
  };
}

/** Undefined: none is meant. Null: one is, and malformed. */
function readHash(extensions: DocumentPayload['extensions']): string | null | undefined {
  const persisted = extensions?.['persistedQuery'];
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as Record<string, unknown>;
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}
