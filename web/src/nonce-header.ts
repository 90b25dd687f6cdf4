/** The request header in which the proxy tells the pages by which nonce their scripts may run. */
export const NONCE_HEADER = 'x-nonce';
