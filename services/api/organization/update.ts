import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { whenceOf } from '../http/whence';
import { organizationView, organizationObject } from './organization-view';
import { defaultRetention, type OrganizationSettings } from '../../../shared/organization/settings';
import { invalidField } from '../http/parse';
import { settingsBody } from './settings-body';

const updateBody = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  settings: settingsBody.optional(),
});

/** For both environments. Sessions under way go by what holds when each step looks. */
export function updateOrganization(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/organization',
    scope: 'organization:write',
    body: updateBody,
    summary: "Change the organisation's name or settings",
    answers: { 200: json(organizationObject) },
    example: { settings: { api_pii_fields: ['first_name', 'last_name'], dual_review: true } },
    handler: async (call) => {
      const { caller, actor, requestId, body } = call;
      const at = deps.clock();
      const row = await deps.db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('organizations')
          .selectAll()
          .where('id', '=', caller.organizationId)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const settings = Object.fromEntries(
          Object.entries({ ...before.settings, ...body.settings }).filter(
            ([, value]) => value !== null,
          ),
        );
        requireHiddenFirst(settings);
        const changed = await trx
          .updateTable('organizations')
          .set({ name: body.name ?? before.name, settings: JSON.stringify(settings) })
          .where('id', '=', before.id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await recordAudit(trx, {
          organizationId: before.id,
          environment: null,
          actorKind: actor.kind,
          actorId: actor.id,
          action: 'organization.updated',
          resourceId: before.id,
          requestId,
          whence: whenceOf(call),
          detail: { changed: Object.keys(body.settings ?? {}) },
          at,
        });
        return changed;
      });
      return answer(200, organizationView(row));
    },
  });
}

/** What is destroyed cannot be hidden afterwards; with defaults for what is not set. */
function requireHiddenFirst(settings: OrganizationSettings): void {
  const hiddenAfter = settings.sensitive_data_retention_days ?? defaultRetention.sensitiveDays;
  const destroyedAfter = settings.data_retention_days ?? defaultRetention.dataDays;
  if (hiddenAfter <= destroyedAfter) return;
  throw invalidField(
    'settings.sensitive_data_retention_days',
    'too_big',
    'is more than data_retention_days',
  );
}
