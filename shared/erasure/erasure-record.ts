import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Keyring } from '../crypto/keyring';
import { canonicalJson } from '../records/canonical-json';

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
  readonly record: ErasureRecord;
  /** Ed25519 over the canonical JSON, base64. */
  readonly signature: string;
}

/** PKCS #8 and SPKI heads of an Ed25519 key (RFC 8410 §7, §4): the 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signErasureRecord(keyring: Keyring, record: ErasureRecord): SignedErasure {
  const signature = sign(null, Buffer.from(canonicalJson(record)), signingKey(keyring));
  return { record, signature: signature.toString('base64') };
}

/** The public key an auditor needs, as PEM. */
export function erasurePublicKey(keyring: Keyring): string {
  return createPublicKey(signingKey(keyring)).export({ type: 'spki', format: 'pem' }).toString();
}

export function verifyErasureRecord(
  publicKeyPem: string,
  { record, signature }: SignedErasure,
): boolean {
  const key = createPublicKey(publicKeyPem);
  return verify(null, Buffer.from(canonicalJson(record)), key, Buffer.from(signature, 'base64'));
}

function signingKey(keyring: Keyring): KeyObject {
  const seed = keyring.derive('erasure-signing');
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}
