import { z } from 'zod';
import { loadLayers } from '../../../shared/attempt/outcome-layers';
import { mayRead } from '../../../shared/crypto/session-key';
import { inOrderOfNames } from '../../../shared/domain/checks/outcome';
import { piiFields } from '../../../shared/domain/organization/settings';
import { callerSettings } from '../caller-settings';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instantText } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { changesOf } from '../cases/case-changes';
import { caseView } from '../cases/case-view';
import { findCase } from '../cases/find-case';
import { changesTold, readerOf } from '../cases/first-opinion';
import { caseParams } from '../cases/read-routes';
import { recordedAttempt } from '../cases/recorded-attempt';
import { hitsOf, reviewedHit } from '../cases/screening-hits';
import { duplicatesOf, duplicateSession } from './found-again';
import { judgedCheck, judgedChecks } from './judged-checks';
import { livenessMeasured, livenessOf } from './liveness-measured';
import { readField, readFields, statedComparison, statedComparisons } from './read-fields';
import { riskSum, riskSumOf } from './risk-sum';

const caseReview = z
  .strictObject({
    case_id: idOf('case'),
    session_id: idOf('session'),
    attempt: z.number().int(),
    /** The one who has it in hands, and until when; null: nobody. */
    lease: z.strictObject({ by: z.string(), until: instantText }).nullable(),
    checks: z.array(judgedCheck).readonly(),
    /** Null until the attempt's risk was assessed. */
    risk: riskSum.nullable(),
    /**
     * Null, as the rest, once the personal data of the session may not be read any more, and where a later
     * attempt was judged since.
     */
    fields: z.array(readField).nullable(),
    stated: z.array(statedComparison).nullable(),
    duplicates: z.array(duplicateSession).nullable(),
    watchlist_hits: z.array(reviewedHit).nullable(),
    /** What was measured of the liveness frames; null, too, where there are none or nothing judged them. */
    liveness: livenessMeasured.nullable(),
  })
  .meta({ id: 'CaseReview' });

/** The facts a reviewer decides on, in one answer: of the attempt that the case was opened for. */
export function caseReviewRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/cases/:id/review',
    scope: ['cases:read', 'verifications:read'],
    params: caseParams,
    summary: 'Get what a case is decided on',
    answers: { 200: json(caseReview) },
    handler: async ({ caller, params }) => {
      const found = await findCase(deps.db, caller, params.id);
      const { row, session } = found;
      const recorded = mayRead(session, 'extracted_data')
        ? await recordedAttempt(deps, caller, found)
        : null;
      const [runs, layers, assessment, changes, settings] = await Promise.all([
        deps.db
          .selectFrom('check_runs')
          .selectAll()
          .where('session_id', '=', session.id)
          .where('attempt', '=', row.attempt)
          .execute(),
        loadLayers(deps.db, [session.id]),
        deps.db
          .selectFrom('risk_assessments')
          .selectAll()
          .where('session_id', '=', session.id)
          .where('attempt', '=', row.attempt)
          .executeTakeFirst(),
        changesOf(deps, session),
        callerSettings(deps, caller),
      ]);
      const reader = await readerOf(deps, caller);
      const own = changesTold(changes, row, reader).filter(
        ({ attempt }) => attempt === row.attempt,
      );
      const { assignee, claimed_until: until } = caseView(row, deps.clock(), reader);
      // A key is shown what the organisation's API shows; a signed-in reviewer has to decide.
      const limited = caller.kind === 'key' ? settings.api_pii_fields : undefined;
      const shown = new Set<string>(limited ?? [...piiFields, ...besides]);
      const isShown = ({ field }: { readonly field: string }): boolean =>
        shown.has(field) || (field === 'name' && shown.has('last_name'));
      return answer(200, {
        case_id: row.id,
        session_id: session.id,
        attempt: row.attempt,
        lease: assignee === null || until === null ? null : { by: assignee, until },
        checks: judgedChecks(inOrderOfNames(runs), layers, recorded),
        risk: assessment === undefined ? null : riskSumOf(deps, session, assessment),
        fields: recorded === null ? null : readFields(recorded, own).filter(isShown),
        stated: recorded === null ? null : statedComparisons(recorded).filter(isShown),
        duplicates:
          recorded === null
            ? null
            : await duplicatesOf(deps, caller, recorded.evidence('duplicate_detection')),
        watchlist_hits:
          recorded === null ? null : hitsOf(recorded.evidence('watchlist_screening'), own),
        liveness: recorded === null ? null : livenessOf(recorded.evidence('liveness')),
      });
    },
  });
}

/** Read, and in no setting: parts of a date that is. */
const besides = ['date_of_birth_partial', 'document_issue_date'];
