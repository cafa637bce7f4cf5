import type { CaptureTokenRow, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import type { CaptureClient } from '../capture/capture-client';
import { findToken, openToken, sessionOf } from '../capture/open-token';
import type { ApiDeps } from '../deps';

/** What a link's page can be: `gone` is unknown, used, revoked or run out, told apart by nobody. */
export type PageStanding =
  | { readonly kind: 'gone' }
  | { readonly kind: 'live'; readonly token: CaptureTokenRow; readonly session: SessionRow };

/** Binds nothing. A link that another browser holds has its page: it says where to go on. */
export async function standingOf(
  deps: Pick<ApiDeps, 'db'>,
  secret: string,
  client: CaptureClient,
  at: Date,
): Promise<PageStanding> {
  try {
    const { token, session } = await openToken(deps, secret, client, at);
    return { kind: 'live', token, session };
  } catch (cause) {
    if (!(cause instanceof VerifaError)) throw cause;
    if (cause.code === 'token_unavailable') return { kind: 'gone' };
    if (cause.code !== 'link_in_use') throw cause;
  }
  const token = await findToken(deps.db, secret);
  if (token === undefined) return { kind: 'gone' };
  return { kind: 'live', token, session: await sessionOf(deps.db, token) };
}
