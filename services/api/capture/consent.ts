import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { consentVersion } from '../../../shared/domain/organization/settings';
import { readSettings } from '../../../shared/organization/read-settings';
import { recordConsent } from '../../../shared/capture/record-consent';
import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import type { Route } from '../http/route';
import { recordAddress } from './record-address';
import { captureStep, lockLink, recordStep } from './capture-step';

const consentAnswer = z
  .strictObject({
    accepted: z.boolean(),
    version: z.string(),
    consent_at: instant.exactOptional(),
    status: z.enum(sessionStatuses),
  })
  .meta({ id: 'Consent' });

const consentBody = z.object({
  accepted: z.boolean(),
  /** Names the wording that was shown; it stands in the timeline. */
  version: z.string().regex(consentVersion, 'is not a version'),
});

/**
 * Before consent nothing else is accepted. A refusal is recorded, and moves nothing; after a yes it stops the
 * capture until there is a new one.
 */
export function giveConsent(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'consent',
    body: consentBody,
    standings: ['live'],
    consent: 'not_asked',
    summary: 'Give or refuse consent',
    answers: { 200: json(consentAnswer) },
    example: { accepted: true, version: '2026-01' },
    handler: async (call) => {
      const { accepted, version } = call.body;
      const { open, actor, clientAddress: ip } = call;
      const said = { accepted, version, givenBy: 'person', actor, ip } as const;
      if (!accepted) {
        const status = await deps.db.transaction().execute(async (trx) => {
          const session = await lockLink(trx, open);
          await recordConsent(trx, session, { ...said, at: deps.clock() });
          return session.status;
        });
        return answer(200, { accepted, version, status });
      }
      await requireAccepted(deps, open.session, version);
      const kept = await recordStep(
        deps,
        call,
        async (trx, session, at) => {
          await recordAddress(trx, deps, session, { address: ip, at });
          const saidAt = await recordConsent(trx, session, { ...said, at });
          return { consent_at: saidAt, status: session.status };
        },
        lockLink,
      );
      return answer(200, { accepted, version, ...kept });
    },
  });
}

/** An organisation may list the wordings that it accepts; without a list any is. */
async function requireAccepted(
  { db }: Pick<ApiDeps, 'db'>,
  session: SessionRow,
  version: string,
): Promise<void> {
  const { consent_versions: accepted } = await readSettings(db, session);
  if (accepted === undefined || accepted.includes(version)) return;
  throw invalidField('version', 'not_accepted', 'is not a version that is accepted');
}
