import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { ed25519Key } from '../crypto/ed25519';
import type { Keyring } from '../crypto/keyring';
import { canonicalJson } from '../domain/canonical-json';

/** What an auditor reads: that it happened, when, and what stays. Nothing personal. */
export interface ErasureRecord {
  readonly session_id: string;
  readonly erased_at: string;
  readonly documents_removed: number;
  /** How long backups may still hold the wrapped key; null when the operator has not said. */
  readonly backup_retention_days: number | null;
  readonly kept: readonly string[];
}

export interface SignedErasure {
  /** As written or as it came back from the database, in whatever order. */
  readonly record: object;
  /** Ed25519 over `signedBytes(record)`, base64. */
  readonly signature: string;
}

/**
 * The very text that is signed, as UTF-8: the record as JSON, its keys in the order of their code units and
 * no space between. All of a record's text is ASCII, so that this is RFC 8785 (JCS) too.
 */
export function signedBytes(record: object): string {
  return canonicalJson(record);
}

export function signErasureRecord(
  keyring: Keyring,
  record: ErasureRecord,
): SignedErasure & { readonly record: ErasureRecord } {
  const signature = sign(null, Buffer.from(signedBytes(record)), erasureSigningKey(keyring));
  return { record, signature: signature.toString('base64') };
}

/** What an auditor needs: the public key as PEM, and the name under which it is published. */
export interface ErasureKey {
  /** The first half of the SHA-256 of its DER. */
  readonly keyId: string;
  readonly publicKey: string;
}

export function erasureKey(keyring: Keyring): ErasureKey {
  const key = createPublicKey(erasureSigningKey(keyring));
  const der = key.export({ type: 'spki', format: 'der' });
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 32),
    publicKey: key.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export function verifyErasureRecord(
  publicKeyPem: string,
  { record, signature }: SignedErasure,
): boolean {
  const key = createPublicKey(publicKeyPem);
  return verify(null, Buffer.from(signedBytes(record)), key, Buffer.from(signature, 'base64'));
}

/** Also of the journal's entries: whoever has the published key verifies both. */
export function erasureSigningKey(keyring: Keyring): KeyObject {
  return ed25519Key(keyring.derive('erasure-signing'));
}
