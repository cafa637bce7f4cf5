import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { VerifaError } from '../domain/errors/verifa-error';

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** A key for writing only (`shared/erasure/may-read.ts`), and any other: what opens takes only the latter. */
export type SealingKey = Buffer & { readonly onlySeals: true };
export type OpeningKey = Buffer & { readonly onlySeals?: never };

/**
 * AES-256-GCM over a short value: nonce, ciphertext, tag. `context` is authenticated, not stored, so
 * that a ciphertext copied to another row or column does not open.
 */
export function seal(key: Buffer, context: string, plaintext: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

export function open(key: OpeningKey, context: string, sealed: Buffer): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new VerifaError('ciphertext_invalid');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const body = sealed.subarray(nonceBytes, sealed.length - tagBytes);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (cause) {
    throw new VerifaError('ciphertext_invalid', { cause });
  }
}

export function sealJson(key: Buffer, context: string, value: unknown): Buffer {
  return seal(key, context, Buffer.from(JSON.stringify(value)));
}

/** The caller parses the answer with its own schema: a stored value is an outside value too. */
export function openJson(key: OpeningKey, context: string, sealed: Buffer): unknown {
  return JSON.parse(open(key, context, sealed).toString('utf8'));
}

export function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

export function hmacSha256(key: Buffer, value: string | Buffer): Buffer {
  return createHmac('sha256', key).update(value).digest();
}
