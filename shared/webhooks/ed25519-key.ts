import type { KeyObject } from 'node:crypto';
import { ed25519Key, rawPublicKey } from '../crypto/ed25519';
import type { Keyring } from '../crypto/keyring';
import type { WebhookEndpointId } from '../domain/ids';

/**
 * The endpoint's own signing key. One for all would let any customer have an event of theirs signed and
 * hand it to another's receiver, which could not tell the difference.
 */
export function endpointSigningKey(keyring: Keyring, id: WebhookEndpointId): KeyObject {
  return ed25519Key(keyring.derive(`webhook-ed25519/${id}`));
}

/** The public key as Standard Webhooks writes it: `whpk_` and the base64 of its 32 bytes. */
export function endpointPublicKey(keyring: Keyring, id: WebhookEndpointId): string {
  return `whpk_${rawPublicKey(endpointSigningKey(keyring, id)).toString('base64')}`;
}
