import type { CaptureTokenRow, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CaptureClient } from '../capture/capture-client';
import { findToken, openToken } from '../capture/open-token';
import type { ApiDeps } from '../deps';
import type { ApiResponse } from '../http/call';
import { limitCapture, limitLink, limitUnknownToken } from '../http/rate-limit';

/** What a link's page can be: `gone` is unknown, used, revoked or run out, told apart by nobody. */
export type PageStanding =
  | { readonly kind: 'gone' }
  | { readonly kind: 'live'; readonly token: CaptureTokenRow; readonly session: SessionRow };

interface Look {
  readonly token: string;
  readonly client: CaptureClient;
  readonly clientAddress: string;
  readonly response: ApiResponse;
  readonly begunAt: Date;
}

/**
 * Counts a look at a link as every step is counted, whatever of its page is looked at.
 *
 * @throws VerifaError rate_limited
 */
export async function countedStanding(deps: ApiDeps, look: Look): Promise<PageStanding> {
  const { clientAddress, response } = look;
  await limitCapture(deps, clientAddress, response);
  const standing = await standingOf(deps, look);
  if (standing.kind === 'gone') await limitUnknownToken(deps, clientAddress, response);
  else await limitLink(deps, standing.token.id, response);
  return standing;
}

/** Binds nothing. A link that another browser holds has its page: it says where to go on. */
async function standingOf(
  deps: Pick<ApiDeps, 'db' | 'nobodys' | 'tenancy'>,
  { token: secret, client, begunAt }: Pick<Look, 'token' | 'client' | 'begunAt'>,
): Promise<PageStanding> {
  try {
    const { token, session } = await openToken(deps, secret, client, begunAt);
    return { kind: 'live', token, session };
  } catch (cause) {
    if (!(cause instanceof VerifaError)) throw cause;
    if (cause.code === 'token_unavailable') return { kind: 'gone' };
    if (cause.code !== 'link_in_use') throw cause;
  }
  const found = await findToken(deps, secret);
  return found === undefined ? { kind: 'gone' } : { kind: 'live', ...found };
}
