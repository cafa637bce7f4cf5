import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Database } from '../../../shared/database/schema';
import { drawLogo } from './logo-picture';
import type { ApiDeps } from '../deps';
import { inTurn } from '../documents/in-turn';
import { readUpload } from '../documents/read-upload';
import { answer, noContent } from '../http/answer';
import { file } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { json, nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditOf } from '../http/audit-of';
import type { AuditedCall } from '../http/whence';
import { organizationObject } from './organization-view';
import { presentOrganization } from './retrieve';

const path = '/api/v1/organization/logo';
const mostBytes = 1024 * 1024;
/** Each is a process of up to 0.6 GB. */
const logoTurns = { atOnce: 1, mostWaiting: 4 } as const;

/** Takes a picture, and keeps what we have drawn of it: nothing of the file itself is ever served. */
export function putLogo(deps: ApiDeps): Route {
  const draw = inTurn(logoTurns, drawLogo);
  return route({
    method: 'PUT',
    path,
    scope: 'organization:write',
    idempotency: 'content',
    summary: "Set the logo of the key's environment",
    answers: { 200: json(organizationObject) },
    upload: { mediaType: 'multipart/form-data', schema: z.object({ file }) },
    handler: async (call) => {
      const { caller, request } = call;
      const { bytes } = await readUpload(request, [], mostBytes);
      const { png } = await draw(bytes);
      const sha256 = createHash('sha256').update(png).digest('hex');
      const at = deps.clock();
      await deps.db.transaction().execute(async (trx) => {
        await trx
          .insertInto('organization_logos')
          .values({ ...ownerOf(caller), sha256, png, created_at: at })
          .onConflict((conflict) =>
            conflict
              .columns(['organization_id', 'environment'])
              .doUpdateSet({ sha256, png, created_at: at }),
          )
          .execute();
        await auditLogo(trx, call, 'logo_set', { sha256 }, at);
      });
      return answer(200, await presentOrganization(deps, caller));
    },
  });
}

export function deleteLogo(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path,
    whose: 'nobody',
    scope: 'organization:write',
    summary: "Remove the logo of the key's environment",
    answers: { 204: nothing },
    handler: async (call) => {
      await call.once(z.null(), async (trx) => {
        const { organization_id, environment } = ownerOf(call.caller);
        const gone = await trx
          .deleteFrom('organization_logos')
          .where('organization_id', '=', organization_id)
          .where('environment', '=', environment)
          .returning('sha256')
          .executeTakeFirst();
        // Without one it is as the caller wants it.
        if (gone !== undefined) await auditLogo(trx, call, 'logo_removed', gone, deps.clock());
        return null;
      });
      return noContent;
    },
  });
}

function ownerOf({ organizationId, environment }: Caller) {
  return { organization_id: organizationId, environment };
}

async function auditLogo(
  db: Kysely<Database>,
  call: AuditedCall & { readonly caller: Caller },
  what: 'logo_set' | 'logo_removed',
  detail: { readonly sha256: string },
  at: Date,
): Promise<void> {
  const { organizationId, environment } = call.caller;
  const row = { id: organizationId, organization_id: organizationId, environment };
  await recordAudit(db, auditOf(call, row, `organization.${what}`, at, detail));
}
