import { z } from 'zod';
import type { OrganizationId } from '../../../shared/domain/ids';
import { inTurn } from '../documents/in-turn';
import { verifyChain } from './verify-chain';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';

const chainObject = z
  .strictObject({
    verified_up_to: z.number().int(),
    sealed: z.number().int(),
    unsealed: z.number().int(),
    head_at: instant.nullable(),
    /** Only where older records were purged: the chain was verified from here on, and held up to here then. */
    checkpoint: z.strictObject({ position: z.number().int(), at: instant }).exactOptional(),
    /** Only when the chain does not hold. */
    broken_at: freeObject.exactOptional(),
  })
  .meta({ id: 'AuditChain' });

/** Up to where the organisation's chain holds, both environments in one; `broken_at` only when it does not. */
export function verifyAudit(deps: ApiDeps): KeyedRoute {
  // A chain of millions of rows is a minute of work, page by page: several at once take turns.
  const verify = inTurn({ atOnce: 1, mostWaiting: 10 }, (organizationId: OrganizationId) =>
    deps.tenancy.within({ kind: 'organization', organizationId }, () =>
      verifyChain(deps.db, deps.keyring, organizationId),
    ),
  );
  return route({
    method: 'GET',
    path: '/api/v1/events/verify',
    scope: 'audit:read',
    summary: 'Verify the chain of the audit log',
    answers: { 200: json(chainObject) },
    handler: async ({ caller }) => {
      const state = await verify(caller.organizationId);
      return answer(200, {
        verified_up_to: state.verifiedUpTo,
        sealed: state.sealed,
        unsealed: state.unsealed,
        head_at: state.headAt,
        ...(state.checkpoint === null
          ? {}
          : { checkpoint: { position: state.checkpoint.position, at: state.checkpoint.at } }),
        ...(state.brokenAt === null ? {} : { broken_at: { ...state.brokenAt } }),
      });
    },
  });
}
