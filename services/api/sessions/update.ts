import { z } from 'zod';
import { linkIdentity } from '../../../shared/identities/link-identity';
import { mergedMetadata } from '../../../shared/records/merge-metadata';
import { externalRefSchema, metadataSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { externalRefAliases } from '../http/aliases';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { auditSession } from './audit-session';
import {
  findSession,
  lockSession,
  requireNotRedacted,
  sessionParams,
} from '../lifecycle/find-session';
import { readSession } from './read-sessions';
import { sessionObject } from './session-view';

const updateBody = z.object({
  external_ref: externalRefSchema.nullable().optional(),
  metadata: metadataSchema.optional(),
});

type Metadata = Readonly<Record<string, unknown>>;

export function updateSession(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/sessions/:id',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: updateBody,
    aliases: externalRefAliases,
    summary: "Update a session's reference or metadata",
    answers: { 200: json(sessionObject) },
    example: { metadata: { plan: 'silver' } },
    handler: async (call) => {
      const { caller, params, body, once } = call;
      await once(z.null(), async (trx) => {
        const row = await lockSession(trx, caller, params.id);
        requireNotRedacted(row);
        await trx
          .updateTable('sessions')
          .set({
            ...(body.external_ref === undefined ? {} : { external_ref: body.external_ref }),
            ...(body.metadata === undefined
              ? {}
              : { metadata: JSON.stringify(mergeMetadata(row.metadata, body.metadata)) }),
            updated_at: deps.clock(),
          })
          .where('id', '=', row.id)
          .execute();
        const fields = Object.entries(body).flatMap(([name, value]) =>
          value === undefined ? [] : [name],
        );
        await auditSession(trx, call, row, 'updated', deps.clock(), { fields });
        if (body.external_ref !== undefined && row.completed_at !== null) {
          const changed = { ...row, external_ref: body.external_ref };
          await linkIdentity(trx, deps.keyring, changed, deps.clock());
        }
        return null;
      });
      const row = await findSession(deps.db, caller, params.id);
      return answer(200, await readSession(deps, caller, row));
    },
  });
}

/** One level deep; null removes a key. The whole stays within its limit. */
export function mergeMetadata(before: Metadata, change: Metadata): Metadata {
  const merged = mergedMetadata(before, change);
  if (metadataSchema.safeParse(merged).success) return merged;
  throw invalidField('metadata', 'too_big', 'is larger than 16 KB once merged');
}
