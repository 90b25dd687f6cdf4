import { createHash } from 'node:crypto';

/** A thing of the demo community always has the same id: a UUID of version 8 (RFC 9562) over its kind and name. */
export function toDemoId(kind: 'user' | 'item' | 'photo' | 'exchange' | 'message' | 'review', name: string): string {
  const bytes = createHash('sha256').update(`demo ${kind} ${name}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** So many days before `now`; a part of a day counts. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
