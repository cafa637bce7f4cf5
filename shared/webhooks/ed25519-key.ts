import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Keyring } from '../crypto/keyring';
import type { WebhookEndpointId } from '../ids';

/** PKCS #8 and SPKI heads of an Ed25519 key (RFC 8410 §7, §4): the 32 bytes follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiHeadBytes = 12;

/**
 * The endpoint's own signing key. One for all would let any customer have an event of theirs signed and
 * hand it to another's receiver, which could not tell the difference.
 */
export function endpointSigningKey(keyring: Keyring, id: WebhookEndpointId): KeyObject {
  const seed = keyring.derive(`webhook-ed25519/${id}`);
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key as Standard Webhooks writes it: `whpk_` and the base64 of its 32 bytes. */
export function endpointPublicKey(keyring: Keyring, id: WebhookEndpointId): string {
  const spki = createPublicKey(endpointSigningKey(keyring, id)).export({
    type: 'spki',
    format: 'der',
  });
  return `whpk_${spki.subarray(spkiHeadBytes).toString('base64')}`;
}
