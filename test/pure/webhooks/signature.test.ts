import { createHmac, createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import {
  newId,
  type EventId,
  type WebhookDeliveryId,
  type WebhookEndpointId,
} from '../../../shared/domain/ids';
import { endpointPublicKey, endpointSigningKey } from '../../../shared/webhooks/ed25519-key';
import { newWebhookSecret } from '../../../shared/webhooks/secret';
import { signatureHeaders } from '../../../activities/webhooks/signature';

const deliveryId: WebhookDeliveryId = 'whd_01hzzzzzzzzzzzzzzzzzzzzzzz';
const eventId: EventId = 'evt_01hzzzzzzzzzzzzzzzzzzzzzzz';
const body = '{"event":"session.approved","name":"Zoë"}';

const message = { deliveryId, eventId, at: new Date(), body };

function sign(...secrets: string[]): Record<string, string> {
  return { ...signatureHeaders({ ...message, secrets, ed25519Key: null }) };
}

/** A receiver's own few lines, as the documentation tells them. */
function verifiesOurs(header: string | undefined, secret: string, raw: string): boolean {
  const parts = (header ?? '').split(',').map((part) => part.split('='));
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? '';
  const expected = createHmac('sha256', secret).update(`${seconds}.${raw}`).digest('hex');
  return parts.some(([name, value]) => name === 'v1' && value === expected);
}

describe('a webhook signature', () => {
  test('is `t=…,v1=…` over time and raw body, keyed with the whole secret as text', () => {
    const secret = newWebhookSecret();
    const header = sign(secret)['X-Verifa-Signature'];
    expect(header).toMatch(/^t=\d{10},v1=[0-9a-f]{64}$/);
    expect(verifiesOurs(header, secret, body)).toBe(true);
    expect(verifiesOurs(header, secret, `${body} `)).toBe(false);
    expect(verifiesOurs(header, newWebhookSecret(), body)).toBe(false);
  });

  test('verifies with the Standard Webhooks library', () => {
    const secret = newWebhookSecret();
    const headers = sign(secret);
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow();
  });

  test('names the event as the message and the delivery beside it', () => {
    expect(sign(newWebhookSecret())).toMatchObject({
      'webhook-id': eventId,
      'X-Verifa-Delivery-Id': deliveryId,
    });
  });

  test('verifies with the old and with the new secret while both are valid', () => {
    const [present, previous] = [newWebhookSecret(), newWebhookSecret()];
    const headers = sign(present, previous);
    for (const secret of [present, previous]) {
      expect(verifiesOurs(headers['X-Verifa-Signature'], secret, body)).toBe(true);
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    }
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  test('secrets are `whsec_` and 32 random bytes, never twice the same', () => {
    const secrets = Array.from({ length: 50 }, newWebhookSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) {
      expect(secret.startsWith('whsec_')).toBe(true);
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
    }
  });

  test('by choice is an Ed25519 one too, which the published key alone verifies', () => {
    const keyring = createKeyring(newKeyringFile());
    const [own, other] = [newId('webhookEndpoint'), newId('webhookEndpoint')];
    const ed25519Key = endpointSigningKey(keyring, own);
    const secret = newWebhookSecret();
    const headers = { ...signatureHeaders({ ...message, secrets: [secret], ed25519Key }) };
    const [v1, v1a] = headers['webhook-signature']?.split(' ') ?? [];
    expect([v1?.split(',')[0], v1a?.split(',')[0]]).toEqual(['v1', 'v1a']);
    const signed = `${eventId}.${headers['webhook-timestamp'] ?? ''}.${body}`;
    const verifies = (id: WebhookEndpointId, text: string): boolean => {
      const raw = Buffer.from(endpointPublicKey(keyring, id).replace('whpk_', ''), 'base64');
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      return verify(null, Buffer.from(text), key, Buffer.from(v1a?.slice(4) ?? '', 'base64'));
    };
    expect(verifies(own, signed)).toBe(true);
    expect(verifies(own, `${signed} `)).toBe(false);
    // Signed for one receiver, worth nothing to another.
    expect(verifies(other, signed)).toBe(false);
    expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
  });
});
