/** The cookie that the graph sets beside the refresh token's: a token for queries alone, out of reach of scripts. */
export const READER_COOKIE = 'sle_reader';

/** The request header in which the proxy hands that token to the pages that may use it, and to no other. */
export const READER_HEADER = 'x-reader';

/**
 * Pages that the server renders with what only their viewer may see, when the browser brings a reader's token. Such an
 * answer is kept nowhere (`no-store`): the next person at the device would find it.
 */
export const isReaderPage = (path: string): boolean => /^\/exchanges\/[^/]+$/.test(path);
