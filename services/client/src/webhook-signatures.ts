import { createHmac, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { WebhookVerificationError } from './webhook-error';

/** Reads one header; undefined where it is not there. */
export type ReadHeader = (name: string) => string | undefined;

export interface Keys {
  /** `whsec_…`, as it was shown once. */
  readonly secret: string;
  /** `whpk_…`, for endpoints that chose Ed25519. */
  readonly publicKey: string | null;
}

/** A set of signatures of one moment. */
export interface SignedMoment {
  /** Unix seconds. */
  readonly at: number;
  readonly isOf: (body: Buffer, keys: Keys) => boolean;
}

const unixSeconds = /^\d{1,12}$/;

/** `X-Verifa-Signature: t=…,v1=…[,v1=…]`: hex HMACs, keyed with the whole secret as text. */
export function verifaSignatures(header: string): SignedMoment {
  const parts = header.split(',').map((part) => part.trim().split('=', 2));
  const named = (wanted: string): string[] =>
    parts.flatMap(([name, value = '']) => (name === wanted ? [value] : []));
  const [at, ...others] = named('t');
  const given = named('v1').map((hex) => Buffer.from(hex, 'hex'));
  if (at === undefined || others.length > 0 || given.length === 0 || !unixSeconds.test(at)) {
    throw new WebhookVerificationError('signature_malformed');
  }
  return {
    at: Number(at),
    isOf(body, { secret }) {
      const expected = hmac(Buffer.from(secret, 'utf8'), `${at}.`, body);
      return given.some((one) => isSame(one, expected));
    },
  };
}

/** Standard Webhooks 1.0: `v1` with the decoded secret as its key, `v1a` with an Ed25519 key. */
export function standardSignatures(header: string, readHeader: ReadHeader): SignedMoment {
  const [id, at] = [readHeader('webhook-id'), readHeader('webhook-timestamp')];
  if (id === undefined || at === undefined || !unixSeconds.test(at)) {
    throw new WebhookVerificationError('signature_malformed');
  }
  const signatures = header.split(' ').map((part) => part.split(',', 2));
  const given = (version: string): Buffer[] =>
    signatures.flatMap(([name, value = '']) =>
      name === version ? [Buffer.from(value, 'base64')] : [],
    );
  const head = `${id}.${at}.`;
  return {
    at: Number(at),
    isOf(body, { secret, publicKey }) {
      const expected = hmac(standardKey(secret), head, body);
      if (given('v1').some((one) => isSame(one, expected))) return true;
      if (publicKey === null) return false;
      const key = ed25519Key(publicKey);
      const signed = Buffer.concat([Buffer.from(head, 'utf8'), body]);
      return given('v1a').some((one) => verify(null, signed, key, one));
    },
  };
}

function hmac(key: Buffer, head: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(head).update(body).digest();
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function standardKey(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** The head of an Ed25519 public key as SPKI (RFC 8410 §4); the 32 bytes follow. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

function ed25519Key(publicKey: string): KeyObject {
  const raw = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64');
  return createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });
}
