import { readDeviceCookie, writeDeviceCookie } from '@/device-cookie';

/** The cookie that keeps when someone was here last, so that the server shows what is new since. */
export const VISIT_COOKIE = 'sle_visit';
/** Who comes back after so long makes another visit, in milliseconds. */
const PAUSE_MS = 30 * 60_000;

/** When the visit before this one ended, in epoch milliseconds; null on the first. `value` is the cookie's. */
export function readLastVisit(value: string | undefined, nowMs: number): number | null {
  const [beforeMs = NaN, lastMs = NaN] = (value ?? '').split('.').map(Number);
  if (!(lastMs > 0)) return null;
  if (nowMs - lastMs > PAUSE_MS) return lastMs;
  return beforeMs > 0 ? beforeMs : null;
}

/** Keeps that someone is here now, on this device. */
export function keepVisit(nowMs = Date.now()): void {
  writeDeviceCookie(VISIT_COOKIE, `${readLastVisit(readDeviceCookie(VISIT_COOKIE), nowMs) ?? 0}.${nowMs}`);
}
