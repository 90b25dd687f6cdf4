import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Refusal } from './refusal.js';

/** A document, and how often it was read. */
export interface Entry {
  text: string;
  document: DocumentNode;
  uses: number;
}

/** What was made of the texts that clients sent for one schema. */
export interface OperationMemory {
  find(text: string): Entry | Refusal | undefined;
  keep(text: string, document: DocumentNode): Entry;
  refuse(text: string, refusal: Refusal): Refusal;
  mostUsed(count: number): [string, Entry][];
}

/** Measured: 114 bytes for each token of an ordinary document, up to 200 for fields alone. */
const BYTES_PER_TOKEN = 200;
const BYTES_PER_ENTRY = 1_000;

/**
 * What comes once stays among newcomers, and moves to the others when it comes again: strangers who send a new document each
 * time push out each other's. Refusals have a small place of their own, where no text is kept.
 */
export function createOperationMemory(maxBytes: number): OperationMemory {
  const sizeOf = ({ document }: Entry, text: string): number => BYTES_PER_ENTRY + 2 * text.length + BYTES_PER_TOKEN * (document.tokenCount ?? text.length);
  const regulars = new LRUCache<string, Entry>({ maxSize: Math.floor(maxBytes * 0.7), sizeCalculation: sizeOf });
  const newcomers = new LRUCache<string, Entry>({ maxSize: Math.floor(maxBytes * 0.2), sizeCalculation: sizeOf });
  const refusals = new LRUCache<string, Refusal>({ maxSize: Math.floor(maxBytes * 0.1), sizeCalculation: () => BYTES_PER_ENTRY });
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

  return {
    find(text) {
      const regular = regulars.get(text);
      if (regular) {
        regular.uses += 1;
        return regular;
      }
      const newcomer = newcomers.get(text);
      if (!newcomer) return refusals.get(digest(text));
      newcomer.uses += 1;
      newcomers.delete(text);
      regulars.set(newcomer.text, newcomer);
      return newcomer;
    },
    keep(text, document) {
      const entry = { text, document, uses: 1 };
      newcomers.set(text, entry);
      return entry;
    },
    refuse(text, refusal) {
      refusals.set(digest(text), refusal);
      return refusal;
    },
    mostUsed: (count) => [...regulars.entries(), ...newcomers.entries()].sort(([, a], [, b]) => b.uses - a.uses).slice(0, count),
  };
}
