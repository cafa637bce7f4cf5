import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import type { ApiResponse } from '../http/call';
import { limitCapture, limitLink, limitUnknownToken } from '../http/rate-limit';
import type { CaptureClient } from './capture-client';
import { openToken, type OpenToken, type Standing } from './open-token';

interface Admission {
  readonly token: string;
  readonly client: CaptureClient;
  readonly clientAddress: string;
  readonly response: ApiResponse;
  readonly begunAt: Date;
}

/**
 * Counts the request and judges the token.
 *
 * @throws VerifaError rate_limited; token_unavailable, also for a link in another standing; link_in_use
 */
export async function admit(
  deps: ApiDeps,
  { token, client, clientAddress, response, begunAt }: Admission,
  standings: readonly Standing[],
): Promise<OpenToken> {
  keepPrivate(response);
  await limitCapture(deps, clientAddress, response);
  const open = await openToken(deps, token, client, begunAt).catch(async (cause: unknown) => {
    const isUnknown = cause instanceof VerifaError && cause.code === 'token_unavailable';
    if (isUnknown) await limitUnknownToken(deps, clientAddress, response);
    throw cause;
  });
  await limitLink(deps, open.token.id, response);
  response.locals.body.held.belongsTo(open.token.id);
  if (!standings.includes(open.standing)) throw new VerifaError('token_unavailable');
  return open;
}

/** The address holds a secret: no cache keeps the answer, no referrer tells it. */
function keepPrivate(response: ApiResponse): void {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
}
