import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const toKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'signing keys', 32));

/** AES-256-GCM: nonce, tag, text. */
export function seal(text: string, secret: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', toKey(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when `sealed` was made with another secret, or changed. */
export function unseal(sealed: Buffer, secret: string): string {
  const decipher = createDecipheriv('aes-256-gcm', toKey(secret), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
