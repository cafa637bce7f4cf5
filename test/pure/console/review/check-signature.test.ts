import fc from 'fast-check';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { signatureHeaders } from '../../../../activities/webhooks/signature';
import {
  checkSignature,
  type Verdict,
} from '../../../../services/console/review/routes/webhooks/check-signature';
import { signaturesIn } from '../../../../services/console/review/routes/webhooks/signatures-in';
import { newId } from '../../../../shared/domain/ids';
import { newWebhookSecret } from '../../../../shared/webhooks/secret';

const secret = newWebhookSecret();
const at = new Date('2026-01-31T12:00:00.000Z');
const body = '{"event":"session.approved","id":"evt_1","n":1}';

function headers(of: string, secrets: readonly string[] = [secret]): string {
  const made = signatureHeaders({
    deliveryId: newId('webhookDelivery'),
    eventId: newId('event'),
    at,
    body: of,
    secrets,
    ed25519Key: generateKeyPairSync('ed25519').privateKey,
  });
  return Object.entries(made)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function verdicts(pasted: string, given: string, with_ = secret): Promise<readonly Verdict[]> {
  return Promise.all(
    signaturesIn(pasted).map((one) => checkSignature(webcrypto.subtle, with_, given, one)),
  );
}
const kinds = async (pasted: string, given: string, with_?: string) =>
  (await verdicts(pasted, given, with_)).map(({ kind }) => kind);

it('any body that was signed holds in both published forms; the key pair is left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (any) => {
      expect(await kinds(headers(any), any)).toEqual(['holds', 'holds', 'by_key_pair']);
    }),
    { numRuns: 50 },
  );
});

it('no other secret and no other body holds', async () => {
  expect(await kinds(headers(body), body, newWebhookSecret())).toEqual([
    'differs',
    'differs',
    'by_key_pair',
  ]);
  expect(await kinds(headers(body), body.replace('approved', 'declined'))).toEqual([
    'differs',
    'differs',
    'by_key_pair',
  ]);
});

it('after a rotation one of two signatures holds', async () => {
  const found = await kinds(headers(body, [newWebhookSecret(), secret]), body);
  expect(found).toEqual(['differs', 'holds', 'differs', 'holds', 'by_key_pair']);
});

it.each([
  ['as_pasted', body],
  ['without_last_line_break', `${body}\n`],
  ['compact', JSON.stringify(JSON.parse(body), null, 2)],
])('says how the body was changed before it was pasted: %s', async (form, pasted) => {
  expect(await verdicts(headers(body), pasted)).toEqual([
    { kind: 'holds', body: form },
    { kind: 'holds', body: form },
    { kind: 'by_key_pair' },
  ]);
});

it('a body that ends with a line break on the wire', async () => {
  const [first] = await verdicts(headers(`${body}\n`), body);
  expect(first).toEqual({ kind: 'holds', body: 'with_last_line_break' });
});

it.each(['', 'secret', 'whsec_', 'whsec_***'])('"%s" is no secret', async (given) => {
  const found = await kinds(headers(body), body, given);
  expect(found).toContain('no_secret');
  expect(found).not.toContain('holds');
});

describe('headers as they are pasted', () => {
  it.each([
    ['of curl', (line: string) => `  -H '${line}' \\`],
    ['in JSON', (line: string) => `"${line.replace(': ', '": "')}",`],
    ['in lower case', (line: string) => line.replace(/^[^:]+/, (name) => name.toLowerCase())],
  ])('%s', async (_name, write) => {
    const pasted = headers(body).split('\n').map(write).join('\n');
    expect(await kinds(pasted, body)).toEqual(['holds', 'holds', 'by_key_pair']);
  });

  it('any text is read, and gives signatures only where there are some', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(signaturesIn(any)).toEqual([]);
      }),
    );
    expect(signaturesIn(headers(body)).map(({ at: seconds }) => seconds)).toEqual([
      at.getTime() / 1_000,
      at.getTime() / 1_000,
      at.getTime() / 1_000,
    ]);
  });
});
