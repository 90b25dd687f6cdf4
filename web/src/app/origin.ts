import 'server-only';
import { headers } from 'next/headers';

/** The address at which the visitor opened the app, without a path; `PUBLIC_URL` where it is set. */
export async function readOrigin(): Promise<string> {
  const asked = await headers();
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost';
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http';
  return process.env.PUBLIC_URL ?? `${scheme}://${host}`;
}
