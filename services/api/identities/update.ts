import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { externalRefSchema, metadataSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { externalRefAliases } from '../http/aliases';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { mergeMetadata } from '../sessions/update';
import { changeIdentity } from './change-identity';
import { findIdentity, identityParams } from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

const updateBody = z.object({
  external_ref: externalRefSchema.nullable().optional(),
  metadata: metadataSchema.optional(),
});

/** A new reference is for sessions to come; those that are linked stay. */
export function updateIdentity(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/identities/:id',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    body: updateBody,
    aliases: externalRefAliases,
    summary: "Update an identity's reference or metadata",
    answers: { 200: json(identityObject) },
    handler: async (call) => {
      const { external_ref: ref, metadata } = call.body;
      try {
        const row = await changeIdentity(deps, call, call.params.id, 'updated', (before) => ({
          ...(ref === undefined ? {} : { external_ref: ref }),
          ...(metadata === undefined
            ? {}
            : { metadata: JSON.stringify(mergeMetadata(before.metadata, metadata)) }),
        }));
        return answer(200, identityView(row));
      } catch (cause) {
        if (ref == null || !isTaken(cause)) throw cause;
        const { id } = await findIdentity(deps.db, call.caller, ref);
        throw new VerifaError('identity_exists', { extra: { identity_id: id }, cause });
      }
    },
  });
}

/** Postgres's unique_violation; of the table's unique columns only the reference can be changed. */
function isTaken(cause: unknown): boolean {
  return hasErrorCode(cause, '23505');
}
