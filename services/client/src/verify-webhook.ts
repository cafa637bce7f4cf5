import { isObject } from './read-answer';
import { WebhookVerificationError } from './webhook-error';
import type { WebhookEvent } from './webhook-event';
import {
  standardSignatures,
  verifaSignatures,
  type ReadHeader,
  type SignedMoment,
} from './webhook-signatures';

/** As Node's server, Express, or a `Request` hands them over. */
export type WebhookHeaders =
  Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ReceivedWebhook {
  /** The bytes as they came: a body that was parsed and written again verifies no more. */
  readonly body: string | Uint8Array;
  readonly headers: WebhookHeaders;
  /** The endpoint's `whsec_…`. */
  readonly secret: string;
  /** The endpoint's `whpk_…`, to accept `v1a` signatures too. */
  readonly publicKey?: string;
  /** How far the signature's time may be from ours; default 300. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

/**
 * The event, if somebody who knows the secret signed it just now. The same event may come more than once:
 * `id` stays the same over every try.
 *
 * @throws WebhookVerificationError
 */
export function verifyWebhook(received: ReceivedWebhook): WebhookEvent {
  const { secret, publicKey = null, toleranceSeconds = 300, now = new Date() } = received;
  // An unset variable must not become a key that everybody knows.
  if (secret.replace(/^whsec_/, '') === '') throw new TypeError('secret is empty');
  const body = Buffer.from(received.body);
  const signed = signedMoment((name) => readHeader(received.headers, name));
  if (!signed.isOf(body, { secret, publicKey })) {
    throw new WebhookVerificationError('signature_mismatch');
  }
  const ageSeconds = now.getTime() / 1_000 - signed.at;
  if (ageSeconds > toleranceSeconds) throw new WebhookVerificationError('timestamp_too_old');
  if (ageSeconds < -toleranceSeconds) throw new WebhookVerificationError('timestamp_in_future');
  return parseEvent(body.toString('utf8'));
}

/** Ours where it is there, else the standard's: both say the same. */
function signedMoment(header: ReadHeader): SignedMoment {
  const ours = header('x-verifa-signature');
  if (ours !== undefined) return verifaSignatures(ours);
  const standard = header('webhook-signature');
  if (standard !== undefined) return standardSignatures(standard, header);
  throw new WebhookVerificationError('signature_missing');
}

function readHeader(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return typeof found === 'string' || found === undefined ? found : found.join(',');
}

function parseEvent(text: string): WebhookEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new WebhookVerificationError('body_invalid');
  }
  if (!isEvent(parsed)) throw new WebhookVerificationError('body_invalid');
  return parsed;
}

/** The two fields that no blocklist removes; the signer answers for the rest. */
function isEvent(value: unknown): value is WebhookEvent {
  return isObject(value) && typeof value['event'] === 'string' && typeof value['id'] === 'string';
}
