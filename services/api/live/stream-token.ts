import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../../../shared/crypto/seal';
import { isId, type SessionId } from '../../../shared/ids';
import type { ApiDeps } from '../deps';

export const streamTokenMs = 10 * 60_000;

const form = /^(\d{10,12})\.([A-Za-z0-9_-]{43})$/;

/**
 * A token that opens one session's status stream until it ends, and nothing else. Signed, not stored:
 * a page that reconnects every few seconds costs no row, and any API process can judge it.
 */
export function newStreamToken(
  deps: Pick<ApiDeps, 'keyring'>,
  sessionId: SessionId,
  expiresAt: Date,
): string {
  const expires = String(Math.floor(expiresAt.getTime() / 1000));
  return `${expires}.${sign(deps, sessionId, expires).toString('base64url')}`;
}

export interface StreamRight {
  readonly sessionId: SessionId;
  readonly expiresAt: Date;
}

/** What the token opens; undefined for one that is forged, of another session, or has run out. */
export function readStreamToken(
  deps: Pick<ApiDeps, 'keyring'>,
  sessionId: string,
  token: string,
  now: Date,
): StreamRight | undefined {
  const [, expires, signature] = form.exec(token) ?? [];
  if (expires === undefined || signature === undefined) return undefined;
  if (!isId('session', sessionId)) return undefined;
  const given = Buffer.from(signature, 'base64url');
  if (!timingSafeEqual(given, sign(deps, sessionId, expires))) return undefined;
  const expiresAt = new Date(Number(expires) * 1000);
  return expiresAt <= now ? undefined : { sessionId, expiresAt };
}

/** No part can hold a line break, so no two claims have the same text. */
function sign(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  sessionId: SessionId,
  expires: string,
): Buffer {
  return hmacSha256(keyring.derive('stream-tokens'), `${sessionId}\n${expires}`);
}
