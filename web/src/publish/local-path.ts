/** Where to go afterwards, with `mine` set to the new item; null for nothing asked, and for what leads off this site. */
export function toNextPath(then: string | null, itemId: string): string | null {
  // A second slash or a backslash would make it another host's address.
  if (!then || !/^\/(?![/\\])/.test(then)) return null;
  const url = new URL(then, window.location.origin);
  if (url.origin !== window.location.origin) return null;
  url.searchParams.set('mine', itemId);
  return url.pathname + url.search;
}
