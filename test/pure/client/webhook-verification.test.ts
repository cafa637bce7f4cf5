import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { verifyWebhook, WebhookVerificationError } from '../../../services/client/src/index';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import type { EventId, WebhookDeliveryId, WebhookEndpointId } from '../../../shared/domain/ids';
import { endpointPublicKey, endpointSigningKey } from '../../../shared/webhooks/ed25519-key';
import { newWebhookSecret } from '../../../shared/webhooks/secret';
import { signatureHeaders } from '../../../activities/webhooks/signature';

/** The client knows nothing of our code; here it reads what our code signs. */
const now = new Date('2026-03-01T12:00:00.000Z');
const deliveryId: WebhookDeliveryId = 'whd_01hzzzzzzzzzzzzzzzzzzzzzzz';
const eventId: EventId = 'evt_01hzzzzzzzzzzzzzzzzzzzzzzz';
const body = JSON.stringify({ event: 'session.approved', id: eventId, note: 'Zoë' });
const secret = newWebhookSecret();

function signed(wish: {
  secrets?: readonly string[];
  at?: Date;
  body?: string;
  ed25519Key?: KeyObject;
}): Record<string, string> {
  return {
    ...signatureHeaders({
      deliveryId,
      eventId,
      at: wish.at ?? now,
      body: wish.body ?? body,
      secrets: wish.secrets ?? [secret],
      ed25519Key: wish.ed25519Key ?? null,
    }),
  };
}

/** Only what a library of Standard Webhooks would look at. */
function standardOnly(headers: Record<string, string>): Record<string, string> {
  const { 'X-Verifa-Signature': _ours, ...rest } = headers;
  return rest;
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([given]) => given !== name));
}

function reasonOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.reason;
    throw error;
  }
  return 'believed';
}

describe.each([
  ['our own header', (headers: Record<string, string>) => headers],
  ['the standard headers alone', standardOnly],
])('a webhook signed by %s', (_name, chosen) => {
  const check = (
    wish: Parameters<typeof signed>[0],
    received: { body?: string; secret?: string },
  ) =>
    reasonOf(() =>
      verifyWebhook({ body, secret, now, headers: chosen(signed(wish)), ...received }),
    );

  it('is believed, as text, as bytes, and by headers in any form', () => {
    const headers = chosen(signed({}));
    const event = verifyWebhook({ body, headers, secret, now });
    expect(event).toEqual(JSON.parse(body));
    const lowerCased = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(verifyWebhook({ body: Buffer.from(body), headers: lowerCased, secret, now })).toEqual(
      event,
    );
    expect(verifyWebhook({ body, headers: new Headers(headers), secret, now })).toEqual(event);
  });

  it('is refused when one character of the body is another', () => {
    expect(check({}, { body: body.replace('approved', 'declined') })).toBe('signature_mismatch');
    expect(check({}, { body: `${body} ` })).toBe('signature_mismatch');
  });

  it('is refused under another secret', () => {
    expect(check({}, { secret: newWebhookSecret() })).toBe('signature_mismatch');
  });

  it('is believed by either secret while both sign', () => {
    const next = newWebhookSecret();
    const wish = { secrets: [next, secret] };
    expect([check(wish, { secret: next }), check(wish, {})]).toEqual(['believed', 'believed']);
    expect(check({ secrets: [next] }, {})).toBe('signature_mismatch');
  });

  it.each([
    [-300, 'believed'],
    [-301, 'timestamp_too_old'],
    [300, 'believed'],
    [301, 'timestamp_in_future'],
  ])('signed %i seconds from now: %s', (seconds, outcome) => {
    const at = new Date(now.getTime() + seconds * 1_000);
    expect(check({ at }, {})).toBe(outcome);
  });

  it('cannot be made younger by another timestamp', () => {
    const old = signed({ at: new Date('2026-03-01T11:00:00.000Z') });
    const seconds = String(now.getTime() / 1_000);
    const forged = {
      ...old,
      'X-Verifa-Signature': (old['X-Verifa-Signature'] ?? '').replace(/t=\d+/, `t=${seconds}`),
      'webhook-timestamp': seconds,
    };
    expect(reasonOf(() => verifyWebhook({ body, headers: chosen(forged), secret, now }))).toBe(
      'signature_mismatch',
    );
  });

  it('is refused when what was signed is no event', () => {
    for (const text of ['no json', '[]', '{"event":"session.approved"}']) {
      expect(check({ body: text }, { body: text })).toBe('body_invalid');
    }
  });
});

describe('a webhook', () => {
  it('without a signature is refused', () => {
    expect(reasonOf(() => verifyWebhook({ body, headers: {}, secret, now }))).toBe(
      'signature_missing',
    );
  });

  it.each(['', 't=1', 'v1=00', 't=1,t=2,v1=00', 't=-1,v1=00', 't=abc,v1=00'])(
    'with the signature "%s" is refused',
    (header) => {
      const headers = { 'x-verifa-signature': header };
      expect(reasonOf(() => verifyWebhook({ body, headers, secret, now }))).toBe(
        'signature_malformed',
      );
    },
  );

  it.each(['webhook-id', 'webhook-timestamp'])('without %s is refused', (name) => {
    const headers = without(standardOnly(signed({})), name);
    expect(reasonOf(() => verifyWebhook({ body, headers, secret, now }))).toBe(
      'signature_malformed',
    );
  });

  it('is not verified by an empty secret: a variable that is not set is no key', () => {
    for (const empty of ['', 'whsec_']) {
      expect(() => verifyWebhook({ body, headers: signed({}), secret: empty, now })).toThrow(
        TypeError,
      );
    }
  });

  it('says nothing of its body or of the secret when it is refused', () => {
    const other = newWebhookSecret();
    expect.assertions(2);
    try {
      verifyWebhook({ body, headers: signed({}), secret: other, now });
    } catch (error) {
      expect(String(error)).not.toContain(other);
      expect(String(error)).not.toContain('approved');
    }
  });
});

describe('an Ed25519 signature', () => {
  const keyring = createKeyring(newKeyringFile());
  const endpoint: WebhookEndpointId = 'whe_01hzzzzzzzzzzzzzzzzzzzzzzz';
  const publicKey = endpointPublicKey(keyring, endpoint);
  /** The `v1` beside it is of a secret that nobody has. */
  const only = (ed25519Key: KeyObject): Record<string, string> =>
    standardOnly(signed({ secrets: [newWebhookSecret()], ed25519Key }));

  it('is enough for a receiver who gave the public key, and only for one', () => {
    const headers = only(endpointSigningKey(keyring, endpoint));
    expect(verifyWebhook({ body, headers, secret, publicKey, now })).toMatchObject({ id: eventId });
    expect(reasonOf(() => verifyWebhook({ body, headers, secret, now }))).toBe(
      'signature_mismatch',
    );
  });

  it('of another key, or of another body, is refused', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const foreign = only(privateKey);
    expect(reasonOf(() => verifyWebhook({ body, headers: foreign, secret, publicKey, now }))).toBe(
      'signature_mismatch',
    );
    const headers = only(endpointSigningKey(keyring, endpoint));
    expect(
      reasonOf(() => verifyWebhook({ body: `${body} `, headers, secret, publicKey, now })),
    ).toBe('signature_mismatch');
  });
});
