import { randomBytes } from 'node:crypto';
import { sha256, open, seal, type OpeningKey } from '../crypto/seal';
import { sealContext } from '../crypto/session-key';
import type { LinkId } from '../domain/ids';

const tokenBytes = 32;
const form = /^[A-Za-z0-9_-]{43}$/;

/** A capture token: opaque, 256 random bits. Its hash finds it, the sealed token shows it again. */
export interface NewCaptureToken {
  readonly token: string;
  readonly hash: Buffer;
  readonly sealed: Buffer;
}

export function newCaptureToken(dataKey: Buffer, linkId: LinkId): NewCaptureToken {
  const token = randomBytes(tokenBytes).toString('base64url');
  const sealed = seal(dataKey, sealContext.token(linkId), Buffer.from(token));
  return { token, hash: hashCaptureToken(token), sealed };
}

export function openCaptureToken(dataKey: OpeningKey, linkId: LinkId, sealed: Buffer): string {
  return open(dataKey, sealContext.token(linkId), sealed).toString('utf8');
}

export function hashCaptureToken(token: string): Buffer {
  return sha256(token);
}

/** Spares the database what cannot be a token. */
export function looksLikeCaptureToken(value: string): boolean {
  return form.test(value);
}
