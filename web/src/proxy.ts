import { NextResponse, type NextRequest } from 'next/server';
import { NONCE_HEADER } from './nonce-header';
import { isLocale, LOCALE_COOKIE, LOCALE_HEADER, splitPath, toHref } from './i18n/locales';
import { negotiateLocale } from './i18n/negotiate';
import { isReaderPage, READER_COOKIE, READER_HEADER } from './reader/reader-pages';

/** Pages alone: not what Next serves as files, and nothing with an extension. */
export const config = { matcher: ['/((?!_next/|.*\\.[a-z0-9]+$).*)'] };

const POLICY_HEADER = 'content-security-policy';
const isDevelopment = process.env.NODE_ENV === 'development';

/** Scripts run by this request's nonce alone; styles may stand on elements, since React writes them there. */
function toPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The way into every page: a path without a language leads to the same one in the visitor's; one with it is rewritten
 * to the page of that path, which hears of the language by a header. So both languages are one page, and changing the
 * language keeps what is on it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { locale, path } = splitPath(request.nextUrl.pathname);
  if (!locale) {
    const chosen = request.cookies.get(LOCALE_COOKIE)?.value;
    const target = request.nextUrl.clone();
    target.pathname = toHref(isLocale(chosen) ? chosen : negotiateLocale(request.headers.get('accept-language')), path);
    return NextResponse.redirect(target, { headers: { vary: 'accept-language, cookie' } });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = toPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(LOCALE_HEADER, locale);
  headers.set(NONCE_HEADER, nonce);
  headers.set(POLICY_HEADER, policy);
  const reader = isReaderPage(path) && request.cookies.get(READER_COOKIE)?.value;
  if (reader) headers.set(READER_HEADER, reader);
  else headers.delete(READER_HEADER);
  const page = request.nextUrl.clone();
  page.pathname = path;
  const response = NextResponse.rewrite(page, { request: { headers } });
  response.headers.set(POLICY_HEADER, policy);
  // Asked for anew each time; `no-store`, with which browsers do not bring a page back as it was left, only where it must be.
  response.headers.set('cache-control', reader ? 'private, no-store' : 'private, no-cache');
  return response;
}
