import { sign, type KeyObject } from 'node:crypto';
import { hmacSha256 } from '../../shared/crypto/seal';
import type { EventId, WebhookDeliveryId } from '../../shared/domain/ids';
import { plainKey, standardKey } from '../../shared/webhooks/secret';

export interface SignedMessage {
  readonly deliveryId: WebhookDeliveryId;
  readonly eventId: EventId;
  /** The time of this try: a signature is made anew at each. */
  readonly at: Date;
  /** The exact bytes sent. */
  readonly body: string;
  /** The present secret first; after a rotation the one before it too. */
  readonly secrets: readonly string[];
  /** For `v1a`, when the endpoint chose it. */
  readonly ed25519Key: KeyObject | null;
}

/**
 * Both published forms (`5-webhooks.md`): ours, and Standard Webhooks 1.0 for receivers that use its
 * libraries. Each lists one signature per valid secret, so that a receiver may change over in peace.
 */
export function signatureHeaders(message: SignedMessage): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(message.at.getTime() / 1000));
  const ours = `${seconds}.${message.body}`;
  const standard = `${message.eventId}.${ours}`;
  return {
    'X-Verifa-Signature': [
      `t=${seconds}`,
      ...message.secrets.map((s) => `v1=${hmacSha256(plainKey(s), ours).toString('hex')}`),
    ].join(','),
    'X-Verifa-Delivery-Id': message.deliveryId,
    'webhook-id': message.eventId,
    'webhook-timestamp': seconds,
    'webhook-signature': [
      ...message.secrets.map(
        (s) => `v1,${hmacSha256(standardKey(s), standard).toString('base64')}`,
      ),
      ...(message.ed25519Key === null
        ? []
        : [`v1a,${sign(null, Buffer.from(standard), message.ed25519Key).toString('base64')}`]),
    ].join(' '),
  };
}
