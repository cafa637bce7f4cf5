import { verifyChain } from '../../../shared/audit/verify-chain';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type KeyedRoute } from '../http/route';

/** Up to where the organisation's chain holds, both environments in one; `broken_at` only when it does not. */
export function verifyAudit(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/events/verify',
    scope: 'audit:read',
    handler: async ({ caller }) => {
      const state = await verifyChain(deps.db, deps.keyring, caller.organizationId);
      return answer(200, {
        verified_up_to: state.verifiedUpTo,
        sealed: state.sealed,
        unsealed: state.unsealed,
        head_at: state.headAt,
        ...(state.brokenAt === null ? {} : { broken_at: state.brokenAt }),
      });
    },
  });
}
