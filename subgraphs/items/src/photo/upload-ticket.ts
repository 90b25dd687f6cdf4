import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Who may store what, until when. */
export interface UploadTicket {
  photoId: string;
  ownerId: string;
  expiresAtMs: number;
  maxBytes: number;
}

const ticketShape: z.ZodType<UploadTicket> = z.object({ photoId: z.guid(), ownerId: z.string(), expiresAtMs: z.int(), maxBytes: z.int() });

/** The tickets' key, out of the secret that keys places: HKDF-SHA-256 under a label of its own, so that neither tells of the other. */
export const toTicketSecret = (placeSecret: string): string => Buffer.from(hkdfSync('sha256', placeSecret, '', 'photo tickets', 32)).toString('base64url');

/** `payload.signature`, both base64url: HMAC-SHA-256 over the payload. */
export function signTicket(ticket: UploadTicket, secret: string): string {
  const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${payload}.${toSignature(payload, secret).toString('base64url')}`;
}

/** What the ticket says; null when its signature is wrong or its time is over. */
export function verifyTicket(text: string, secret: string, now: Date): UploadTicket | null {
  const [payload = '', signature = ''] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = toSignature(payload, secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const ticket = ticketShape.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return ticket.expiresAtMs > now.getTime() ? ticket : null;
}

const toSignature = (payload: string, secret: string): Buffer => createHmac('sha256', secret).update(payload).digest();
