import { writeDeviceCookie } from '../device-cookie';

/** What outlives a reload of who is signed in; no token is among it. */
export interface SessionMemory {
  /** The person who was signed in last on this device; null for nobody. */
  read(): string | null;
  write(viewerId: string | null): void;
}

/** Tells the server that pages will be for someone who is signed in. It proves nothing, and opens nothing. */
export const SIGNED_IN_COOKIE = 'sle_signed_in';
/** The key of local storage. */
export const VIEWER_KEY = 'sle.viewer';
const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60;

/** In the browser's local storage, with a cookie for the server beside it. */
export const createSessionMemory = (): SessionMemory => ({
  read: () => localStorage.getItem(VIEWER_KEY),
  write(viewerId) {
    if (viewerId) localStorage.setItem(VIEWER_KEY, viewerId);
    else localStorage.removeItem(VIEWER_KEY);
    writeDeviceCookie(SIGNED_IN_COOKIE, viewerId && '1', THIRTY_DAYS_SECONDS);
  },
});
