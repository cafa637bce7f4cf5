import type { Insertable, Transaction } from 'kysely';
import { newCaptureToken, openCaptureToken } from '../../../shared/auth/capture-token';
import { keyToRead, keyToSeal, type Keyed } from '../../../shared/crypto/session-key';
import type { CaptureTokenRow, Database, SessionRow } from '../../../shared/database/schema';
import type { CaptureTokensTable } from '../../../shared/database/session-tables';
import { newId, type LinkId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';

type LinkDeps = Pick<ApiDeps, 'keyring' | 'settings'>;

/** The link as the person gets it. */
export interface CaptureLink {
  readonly id: LinkId;
  readonly url: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

export function captureUrl(deps: Pick<ApiDeps, 'settings'>, token: string): string {
  return `${deps.settings.PUBLIC_URL}/verify/${token}`;
}

/** The link of a live token; null when it has been used up, revoked or has run out. */
export function openLink(
  deps: LinkDeps,
  session: SessionRow,
  token: CaptureTokenRow,
): CaptureLink | null {
  const key = keyToRead(deps.keyring, session, 'capture_link');
  if (token.token_sealed === null || key === null) return null;
  if (token.status !== 'created' && token.status !== 'consumed') return null;
  const clear = openCaptureToken(key, token.id, token.token_sealed);
  return {
    id: token.id,
    url: captureUrl(deps, clear),
    expiresAt: token.expires_at,
    createdAt: token.created_at,
  };
}

interface LinkLife {
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Writes a new live token; the caller has revoked the older one in the same transaction. */
export async function insertLink(
  deps: LinkDeps,
  trx: Transaction<Database>,
  session: Keyed & Pick<SessionRow, 'capture'>,
  life: LinkLife,
): Promise<CaptureLink> {
  const { link, token } = newLink(deps, session, keyToSeal(deps.keyring, session), life);
  await trx.insertInto('capture_tokens').values(token).execute();
  return link;
}

/** A new live token under the session's data key, not written yet. */
export function newLink(
  deps: Pick<ApiDeps, 'settings'>,
  session: Pick<SessionRow, 'id' | 'capture'>,
  key: Buffer,
  { createdAt, expiresAt }: LinkLife,
): { readonly link: CaptureLink; readonly token: Insertable<CaptureTokensTable> } {
  const id = newId('link');
  const { token, hash, sealed } = newCaptureToken(key, id);
  return {
    link: { id, url: captureUrl(deps, token), expiresAt, createdAt },
    token: {
      id,
      session_id: session.id,
      capture: session.capture,
      token_hash: hash,
      token_sealed: sealed,
      status: 'created',
      bound_kind: null,
      binding_hash: null,
      expires_at: expiresAt,
      created_at: createdAt,
    },
  };
}
