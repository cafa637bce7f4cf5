import { findSignIn, noteSeen, type SignIn } from '../../../shared/auth/console-session';
import type { ConsoleStage } from '../../../shared/database/console-tables';
import type { Scope } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { OrganizationId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { consoleSecret } from '../http/authenticate-user';
import type { ApiRequest, ApiResponse } from '../http/call';
import { requireOwnPage } from '../http/own-page';
import { limitFailure } from '../http/rate-limit';

/** People are of an organisation, in both of its environments. */
export function organizationScope(organizationId: OrganizationId): Scope {
  return { kind: 'organization', organizationId };
}

interface ConsoleCall {
  readonly request: ApiRequest;
  readonly response: ApiResponse;
}

/**
 * Works within the organisation of whoever is signed in, as far as these stages; the console's own routes have no
 * other caller.
 *
 * @throws VerifaError cross_site_request, signed_out, second_factor_required
 */
export async function asSignedIn<T>(
  deps: ApiDeps,
  { request, response }: ConsoleCall,
  stages: readonly ConsoleStage[],
  work: (signIn: SignIn, now: Date) => Promise<T>,
): Promise<T> {
  requireOwnPage(deps, request);
  const now = deps.clock();
  const secret = consoleSecret(deps, request);
  const signIn = secret === undefined ? undefined : await findSignIn(deps.nobodys, secret, now);
  if (signIn === undefined) {
    await limitFailure(deps, response.locals.clientAddress, response);
    throw new VerifaError('signed_out');
  }
  response.locals.callerId = signIn.user_id;
  response.locals.body.held.belongsTo(signIn.user_id);
  if (!stages.includes(signIn.stage)) {
    throw signIn.stage === 'full'
      ? new VerifaError('invalid_state', { detail: 'The sign-in is complete already.' })
      : new VerifaError('second_factor_required', { extra: { next: signIn.stage } });
  }
  return deps.tenancy.within(organizationScope(signIn.organization_id), async () => {
    if (request.method !== 'GET') await noteSeen(deps.db, signIn, now);
    return work(signIn, now);
  });
}
