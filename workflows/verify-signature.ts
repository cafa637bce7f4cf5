import { ed25519 } from '@noble/curves/ed25519';
import { hexToBytes } from '@noble/curves/utils';

/**
 * Whether an Ed25519 signature is of this text and by the owner of this public key, both in hex. Pure. A module
 * of its own, since all workflows of a thread share it (`services/worker/preloaded-modules`).
 */
export function verifySignature(text: string, signature: string, publicKey: string): boolean {
  try {
    const bytes = new TextEncoder().encode(text);
    return ed25519.verify(hexToBytes(signature), bytes, hexToBytes(publicKey));
  } catch {
    // Not the form of a signature at all.
    return false;
  }
}
