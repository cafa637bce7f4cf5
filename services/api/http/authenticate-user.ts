import { findSignIn, noteSeen, type SignIn } from '../../../shared/auth/console-session';
import { roleScopes } from '../../../shared/domain/auth/roles';
import { tenantScope } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import type { ApiRequest } from './call';
import type { UserCaller } from './caller';
import { consoleCookieName, sentCookie } from './console-cookie';
import { requireOwnPage } from './own-page';

type UserDeps = Pick<ApiDeps, 'db' | 'nobodys' | 'tenancy' | 'clock' | 'settings'>;

/** The secret in the console's cookie; undefined when there is none. */
export function consoleSecret(
  { settings }: Pick<ApiDeps, 'settings'>,
  request: Pick<ApiRequest, 'headers'>,
): string | undefined {
  return sentCookie(request.headers.cookie, consoleCookieName(settings));
}

/**
 * The user behind the console's cookie, whose call prolongs the sign-in. What a page of another site asks for is
 * refused before the cookie is looked up.
 *
 * @throws VerifaError cross_site_request, signed_out, second_factor_required
 */
export async function userBehind(
  deps: UserDeps,
  request: ApiRequest,
  secret: string,
): Promise<UserCaller> {
  requireOwnPage(deps, request);
  const now = deps.clock();
  const signIn = await findSignIn(deps.nobodys, secret, now);
  if (signIn === undefined) throw new VerifaError('signed_out');
  if (signIn.stage !== 'full') {
    throw new VerifaError('second_factor_required', { extra: { next: signIn.stage } });
  }
  const caller = userCaller(signIn);
  await deps.tenancy.within(tenantScope(caller), () => noteSeen(deps.db, signIn, now));
  return caller;
}

function userCaller(signIn: SignIn): UserCaller {
  return {
    kind: 'user',
    organizationId: signIn.organization_id,
    environment: signIn.current_environment,
    userId: signIn.user_id,
    role: signIn.role,
    consoleSessionId: signIn.id,
    reauthenticatedAt: signIn.reauthenticated_at,
    scopes: roleScopes[signIn.role],
    plan: signIn.plan,
    pinnedVersion: null,
  };
}
