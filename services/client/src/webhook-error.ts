export type WebhookRefusal =
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'timestamp_too_old'
  | 'timestamp_in_future'
  | 'body_invalid';

const messages: Readonly<Record<WebhookRefusal, string>> = {
  signature_missing: 'There is no signature among the headers.',
  signature_malformed: 'The signature headers cannot be read.',
  signature_mismatch: 'No signature is of this body and this secret.',
  timestamp_too_old: 'The webhook was signed too long ago.',
  timestamp_in_future: 'The webhook was signed in the future.',
  body_invalid: 'The signed body is no event.',
};

/** A webhook that is not to be believed; neither its body nor the secret is quoted. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';

  constructor(readonly reason: WebhookRefusal) {
    super(messages[reason]);
  }
}
