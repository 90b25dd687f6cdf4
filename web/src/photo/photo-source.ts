/** Where the platform's own pictures are, and where they are sent to. */
const PHOTOS = /^\/photos(\/|$)/;

/** A picture's address as this page asks for it: the platform's own come from the page's origin, by whichever name it was opened. */
export function toPhotoSource(url: string): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return PHOTOS.test(pathname) ? pathname + search : url;
}
