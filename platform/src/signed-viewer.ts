import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Who asks, as the gateway found it: a person, nobody, or one of our own services. */
export interface SignedViewer {
  /** The person's id; null for nobody and for a service. */
  userId: string | null;
  sessionId: string | null;
  language: 'fr' | 'en';
  /** The client's network address, for limits. */
  address: string | null;
  requestId: string;
  /** The name of the service that asks for itself; null when it is for a client. */
  service: string | null;
}

/** The HTTP header, and the key in a Subscribe's `extensions`, that carry a signed viewer. */
export const VIEWER_HEADER = 'x-secondlife-viewer';
export const VIEWER_EXTENSION = 'viewer';

/** How old a signature may be, and how far clocks may differ, in milliseconds. */
const LIFETIME_MS = 30_000;

/** What a signature covers beside the viewer and the time: a signed viewer fits one request alone. */
export interface SignedRequest {
  /** The HTTP method, or `SUBSCRIBE` on a socket. */
  method: string;
  path: string;
  body: string;
}

const payloadShape = z.object({
  userId: z.string().nullable(),
  sessionId: z.string().nullable(),
  language: z.enum(['fr', 'en']),
  address: z.string().nullable(),
  requestId: z.string(),
  service: z.string().nullable(),
  at: z.number(),
});

/** `payload.signature`, both base64url: HMAC-SHA-256 over method, path, the body's hash, and the payload with its time. */
export function signViewer(viewer: SignedViewer, request: SignedRequest, secret: string, nowMs = Date.now()): string {
  const payload = Buffer.from(JSON.stringify({ ...viewer, at: nowMs })).toString('base64url');
  return `${payload}.${toSignature(payload, request, secret).toString('base64url')}`;
}

/** The viewer that `token` carries; null when the signature is wrong, for another request, or older than 30 s. */
export function verifyViewer(token: unknown, request: SignedRequest, secret: string, nowMs = Date.now()): SignedViewer | null {
  if (typeof token !== 'string') return null;
  const [payload = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = toSignature(payload, request, secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = payloadShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success || Math.abs(nowMs - parsed.data.at) > LIFETIME_MS) return null;
  const { at: _, ...viewer } = parsed.data;
  return viewer;
}

function toSignature(payload: string, { method, path, body }: SignedRequest, secret: string): Buffer {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', secret).update([method, path, bodyHash, payload].join('\n')).digest();
}

/** A service that asks in its own name. */
export function toServiceViewer(service: string, requestId: string): SignedViewer {
  return { userId: null, sessionId: null, language: 'fr', address: null, requestId, service };
}
