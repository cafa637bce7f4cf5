import { VerifaError } from '../domain/errors/verifa-error';
import { hmacSha256 } from './seal';

/** The two parts of a keyring that say what the service's own keys derive from. */
interface RootSource {
  readonly keys: Readonly<Record<string, string>>;
  readonly service?: string | undefined;
}

/**
 * HKDF-SHA-256 (RFC 5869) in its two steps. The first makes the root out of the oldest master key; a
 * ring that was rotated holds the root itself, so that keys derived from it (signatures, hashes that
 * are looked up, sealed webhook secrets) stay the same to the byte when that master key is removed.
 */
export function serviceRoot({ keys, service }: RootSource): Buffer {
  if (service !== undefined) return Buffer.from(service, 'base64');
  const [oldest] = Object.keys(keys).sort();
  const encoded = oldest === undefined ? undefined : keys[oldest];
  if (encoded === undefined) throw new VerifaError('config_invalid', { detail: 'keyring: no key' });
  return hmacSha256(Buffer.alloc(0), Buffer.from(encoded, 'base64'));
}

/** 32 bytes are one block of the expansion: HMAC over the purpose and the block's number. */
export function deriveFrom(root: Buffer, purpose: string): Buffer {
  return hmacSha256(root, Buffer.concat([Buffer.from(`verifa/${purpose}`), Buffer.of(1)]));
}
