import { isId, type SessionId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { readClaim, signClaim } from './signed-claim';

export const streamTokenMs = 10 * 60_000;

/**
 * A token that opens one session's status stream until it ends, and nothing else. Signed, not stored:
 * a page that reconnects every few seconds costs no row, and any API process can judge it.
 */
export function newStreamToken(
  deps: Pick<ApiDeps, 'keyring'>,
  sessionId: SessionId,
  expiresAt: Date,
): string {
  return signClaim(deps, 'stream-tokens', sessionId, expiresAt);
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
  if (!isId('session', sessionId)) return undefined;
  const expiresAt = readClaim(deps, 'stream-tokens', sessionId, { claim: token, now });
  return expiresAt === undefined ? undefined : { sessionId, expiresAt };
}
