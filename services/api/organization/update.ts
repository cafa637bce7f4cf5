import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { OrganizationsTable } from '../../../shared/database/organization-tables';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readSettings } from '../../../shared/organization/read-settings';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { whenceOf } from '../http/whence';
import { organizationObject } from './organization-view';
import { presentOrganization } from './retrieve';
import {
  defaultRetention,
  type OrganizationSettings,
} from '../../../shared/domain/organization/settings';
import { changedBranding, type Branding } from '../../../shared/domain/organization/branding';
import { invalidField } from '../http/parse';
import { settingsAliases, settingsBody } from './settings-body';

const updateBody = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  settings: settingsBody.optional(),
});

/**
 * Settings are the key's environment's; sessions under way go by what holds when each step looks. The name
 * is the organisation's, in live answers too: a sandbox key cannot change it.
 */
export function updateOrganization(deps: ApiDeps): Route {
  return route({
    method: 'PATCH',
    path: '/api/v1/organization',
    whose: 'nobody',
    scope: 'organization:write',
    body: updateBody,
    aliases: settingsAliases,
    summary: "Update the settings of the key's environment, or the organisation's name",
    answers: { 200: json(organizationObject) },
    example: { settings: { api_pii_fields: ['first_name', 'last_name'], dual_review: true } },
    handler: async (call) => {
      const { caller, actor, requestId, body } = call;
      if (body.settings?.screening_without_lists !== undefined && caller.environment !== 'live') {
        throw new VerifaError('live_only', {
          detail: 'Only a live key may change settings.screening_without_lists.',
        });
      }
      const at = deps.clock();
      await call.once(z.null(), async (trx) => {
        const row = await renamed(trx, caller, body.name);
        const before = await readSettings(trx, {
          organization_id: caller.organizationId,
          environment: caller.environment,
        });
        const settings: OrganizationSettings = Object.fromEntries(
          Object.entries({
            ...before,
            ...body.settings,
            ...brandingOf(before, body.settings),
          }).filter(([, value]) => value !== null && value !== undefined),
        );
        requireHiddenFirst(settings);
        await trx
          .insertInto('environment_settings')
          .values({
            organization_id: caller.organizationId,
            environment: caller.environment,
            settings: JSON.stringify(settings),
          })
          .onConflict((conflict) =>
            conflict
              .columns(['organization_id', 'environment'])
              .doUpdateSet({ settings: JSON.stringify(settings) }),
          )
          .execute();
        await recordAudit(trx, {
          organizationId: row.id,
          environment: caller.environment,
          actorKind: actor.kind,
          actorId: actor.id,
          action: 'organization.updated',
          resourceId: row.id,
          requestId,
          whence: whenceOf(call),
          detail: {
            changed: Object.keys(body.settings ?? {}),
            // Who let live people pass unscreened has to be read from the log alone.
            ...(body.settings?.screening_without_lists === undefined
              ? {}
              : { screening_without_lists: body.settings.screening_without_lists }),
          },
          at,
        });
        return null;
      });
      return answer(200, await presentOrganization(deps, caller));
    },
  });
}

/** The organisation's row, held until the commit: of two changes at once the second builds on the first. */
async function renamed(
  trx: Transaction<Database>,
  { organizationId, environment }: Caller,
  name: string | undefined,
): Promise<Selectable<OrganizationsTable>> {
  const row = await trx
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (name === undefined || name === row.name) return row;
  if (environment === 'sandbox') throw new VerifaError('live_only');
  await trx.updateTable('organizations').set({ name }).where('id', '=', row.id).execute();
  return { ...row, name };
}

/** Branding is changed member by member: who sends a colour keeps the texts. */
function brandingOf(
  before: OrganizationSettings,
  sent: z.output<typeof settingsBody> | undefined,
): { readonly branding?: Branding | undefined } {
  const change = sent?.branding;
  if (change === undefined || change === null) return {};
  return { branding: changedBranding(before.branding, change) };
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
