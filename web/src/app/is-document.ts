import 'server-only';
import { headers } from 'next/headers';

/**
 * Whether a page is opened by its address, or kept by the service worker, rather than moved to within the app. A document
 * waits for what it shows, so that its status tells whether there is such a thing; a move shows its skeleton at once.
 */
export async function isDocument(): Promise<boolean> {
  const asked = await headers();
  return asked.get('sec-fetch-dest') !== 'empty' || Boolean(asked.get('accept')?.includes('text/html'));
}
