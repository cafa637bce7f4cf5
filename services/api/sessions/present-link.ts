import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { idOf } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { qrCode } from './qr-code';
import { findSession } from '../lifecycle/find-session';
import { readSession } from './read-sessions';

type LinkDeps = Pick<ApiDeps, 'db' | 'keyring' | 'settings' | 'clock'>;

export interface PresentLink {
  readonly capture_url: string | null;
  readonly expires_at: Date | null;
  readonly qr_code_data_url: string | null;
}

/** The session's live link, for a caller who may see it; all null when there is none. */
export async function presentLink(
  deps: LinkDeps,
  caller: Caller,
  row: SessionRow,
): Promise<PresentLink> {
  const { capture_url: url, token_expires_at: expiresAt } = await readSession(deps, caller, row);
  if (url === undefined || expiresAt === null || expiresAt <= deps.clock()) {
    return { capture_url: null, expires_at: null, qr_code_data_url: null };
  }
  return { capture_url: url, expires_at: expiresAt, qr_code_data_url: qrCode(url) };
}

const storedLink = z.looseObject({ id: idOf('session'), capture_url: z.string().nullable() });

/**
 * A stored answer that is replayed: its link while that lives, else the session's present one if the
 * caller may see it, else none. A dead link is never handed out.
 */
export async function renewedLink(
  deps: LinkDeps,
  caller: Caller,
  stored: unknown,
): Promise<unknown> {
  const answered = storedLink.parse(stored);
  const row = await findSession(deps.db, caller, answered.id);
  const writer = { ...caller, scopes: [...caller.scopes, 'sessions:write' as const] };
  const link = await presentLink(deps, writer, row);
  if (link.capture_url !== null && link.capture_url === answered.capture_url) return stored;
  const maySee = caller.scopes.includes('sessions:write');
  const none = { capture_url: null, expires_at: null, qr_code_data_url: null };
  const shown = maySee ? link : none;
  return {
    ...answered,
    ...shown,
    ...('token_expires_at' in answered ? { token_expires_at: shown.expires_at } : {}),
  };
}
