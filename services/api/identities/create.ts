import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { fireIdentityEvent } from '../../../shared/identities/fire-identity-event';
import { insertIdentity } from '../../../shared/identities/insert-identity';
import { externalRefSchema, metadataSchema, tagsSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { externalRefAliases } from '../http/aliases';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { created, json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditIdentity } from './audit-identity';
import { findIdentity } from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';

const createBody = z.object({
  external_ref: externalRefSchema.optional(),
  tags: tagsSchema.optional(),
  metadata: metadataSchema.optional(),
  /** True: the reference's identity, where it has one already, is the answer; it is not changed. */
  upsert: z.boolean().default(false),
});

const madeIdentity = z.object({ id: idOf('identity').nullable() });

/** An identity before its first session; the session with its reference finds it when it completes. */
export function createIdentity(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities',
    whose: 'named',
    scope: 'identities:write',
    body: createBody,
    aliases: externalRefAliases,
    summary: 'Create an identity before its first session',
    answers: { 201: created(identityObject), 200: json(identityObject) },
    example: { external_ref: 'customer-1', tags: ['vip'] },
    handler: async (call) => {
      const { caller, body } = call;
      const externalRef = body.external_ref ?? null;
      const at = deps.clock();
      const made = await call.once(madeIdentity, async (trx) => {
        const inserted = await insertIdentity(trx, deps.keyring, {
          id: call.assignedId('identity'),
          organizationId: caller.organizationId,
          environment: caller.environment,
          externalRef,
          origin: 'api',
          tags: body.tags ?? [],
          metadata: body.metadata ?? {},
          at,
        });
        if (inserted === undefined) return { id: null };
        await fireIdentityEvent(trx, inserted, 'identity.created', at);
        await auditIdentity(trx, call, inserted, 'created', at);
        return { id: inserted.id };
      });
      if (made.id === null) {
        const existing = await findIdentity(deps.db, caller, externalRef ?? '');
        if (body.upsert) return answer(200, identityView(existing));
        throw new VerifaError('identity_exists', { extra: { identity_id: existing.id } });
      }
      const row = await findIdentity(deps.db, caller, made.id);
      return answer(201, identityView(row), { Location: `/api/v1/identities/${row.id}` });
    },
  });
}
