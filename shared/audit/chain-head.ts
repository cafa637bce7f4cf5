import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { ed25519Key } from '../crypto/ed25519';
import type { Keyring } from '../crypto/keyring';
import { canonicalJson } from '../domain/canonical-json';
import type { ChainEnd } from './chain-link';

/** Where a chain ended at a moment; who keeps it elsewhere can hold the log to it. */
export interface ChainHead extends ChainEnd {
  readonly organizationId: string;
  readonly at: Date;
}

/** Ed25519 over the canonical JSON, base64. */
export function signHead(keyring: Keyring, head: ChainHead): string {
  return sign(null, content(head), signingKey(keyring)).toString('base64');
}

export function isSignedHead(keyring: Keyring, head: ChainHead, signature: string): boolean {
  const key = createPublicKey(signingKey(keyring));
  return verify(null, content(head), key, Buffer.from(signature, 'base64'));
}

function content({ organizationId, position, hash, at }: ChainHead): Buffer {
  return Buffer.from(
    canonicalJson({
      organization_id: organizationId,
      position,
      hash: hash.toString('hex'),
      at: at.toISOString(),
    }),
  );
}

function signingKey(keyring: Keyring): KeyObject {
  return ed25519Key(keyring.derive('audit-head-signing'));
}
