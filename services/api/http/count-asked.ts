import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { authenticate } from './authenticate';
import { consoleSecret } from './authenticate-user';
import { callerId } from './caller';
import type { ApiRequest, ApiResponse } from './call';
import { limitKey } from './rate-limit';

/**
 * Counts and tells what a key or a user asks for and no route takes: an unknown path, another method, a version that
 * there is none of. Whoever asks without either learns no more than without this.
 *
 * @throws VerifaError rate_limited
 */
export async function countAsked(
  deps: ApiDeps,
  request: ApiRequest,
  response: ApiResponse,
): Promise<void> {
  if (!request.path.startsWith('/api/v1/')) return;
  const hasKey = request.headers['x-api-key'] !== undefined;
  if (!hasKey && consoleSecret(deps, request) === undefined) return;
  const caller = await authenticate(deps, request, response).catch((error: unknown) => {
    if (error instanceof VerifaError && error.code === 'rate_limited') throw error;
    return undefined;
  });
  if (caller === undefined) return;
  response.locals.callerId = callerId(caller);
  await limitKey(deps, caller, response, ['requests']);
}
