import { randomBytes } from 'node:crypto';

const prefix = 'whsec_';
const secretBytes = 32;

/** An endpoint's secret as its owner keeps it: `whsec_` and the base64 of 32 random bytes. */
export function newWebhookSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64')}`;
}

/** The key of the Standard Webhooks signature: the bytes behind the prefix. */
export function standardKey(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64');
}

/** The key of our own signature: the whole secret as text, so that a receiver needs no decoding. */
export function plainKey(secret: string): Buffer {
  return Buffer.from(secret, 'utf8');
}
