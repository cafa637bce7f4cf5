import { findSignIn } from '../../../shared/auth/console-session';
import { roleScopes } from '../../../shared/domain/auth/roles';
import type { Scope } from '../../../shared/domain/auth/scopes';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { callerBehind } from './authenticate';
import { consoleSecret } from './authenticate-user';
import type { Call } from './call';

type StillDeps = Pick<ApiDeps, 'db' | 'nobodys' | 'tenancy' | 'clock' | 'copies' | 'settings'>;
type LetIn = Pick<Call<unknown, unknown, unknown>, 'caller' | 'request' | 'clientAddress'>;

/**
 * Whether who was let in once would be let in now, to the same environment and with this scope: for answers that
 * go on. It prolongs no sign-in.
 */
export async function isStillLetIn(
  deps: StillDeps,
  { caller, request, clientAddress }: LetIn,
  scope: Scope,
): Promise<boolean> {
  switch (caller.kind) {
    case 'user': {
      const secret = consoleSecret(deps, request);
      if (secret === undefined) return false;
      const signIn = await findSignIn(deps.nobodys, secret, deps.clock());
      return (
        signIn?.stage === 'full' &&
        signIn.current_environment === caller.environment &&
        roleScopes[signIn.role].includes(scope)
      );
    }
    case 'key':
      try {
        const present = await callerBehind(deps, request.headers['x-api-key'], clientAddress);
        return present.scopes.includes(scope);
      } catch (error) {
        if (error instanceof VerifaError) return false;
        throw error;
      }
  }
}
