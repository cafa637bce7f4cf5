import { recordAudit } from '../../../shared/audit/record-audit';
import type { SessionRow } from '../../../shared/database/schema';
import { piiFields } from '../../../shared/domain/organization/settings';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Call } from '../http/call';
import { callerId, type Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { auditOf } from '../http/audit-of';
import { readerOf } from '../cases/first-opinion';
import { findResult } from '../results/result-routes';
import { resultView } from '../results/result-view';
import { erasureOf } from '../sessions/erasure-view';
import { exportedCases, exportedDeliveries, exportedDocuments, givenData } from './export-parts';
import { exportedAsks } from './exported-asks';
import { exportedConsents } from './exported-consents';
import { exportedSignals } from './exported-signals';
import { exportedScreening } from './exported-screening';
import { timelineTold } from '../timeline/list';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { readSession } from '../sessions/read-sessions';
import { sessionRecordObject, type SessionRecord } from './session-record-object';

/** The whole record for the person it is about: decrypted, beyond the allow-list, audited. */
export function exportSession(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/export',
    scope: ['sessions:read', 'pii:export'],
    params: sessionParams,
    summary: 'Export all data of a session',
    answers: { 200: json(sessionRecordObject) },
    handler: async (call) => {
      const row = await findSession(deps.db, call.caller, call.params.id);
      await auditExport(deps, call, row);
      return answer(200, await sessionRecord(deps, call.caller, row));
    },
  });
}

/** All that is kept of one session, opened. */
export async function sessionRecord(
  deps: ApiDeps,
  caller: Caller,
  row: SessionRow,
): Promise<SessionRecord> {
  const reader = await readerOf(deps, caller);
  const [
    session,
    result,
    documents,
    screening,
    cases,
    timeline,
    deliveries,
    asks,
    signals,
    consents,
    erased,
  ] = await Promise.all([
    readSession(deps, caller, row),
    findResult(deps, row),
    exportedDocuments(deps, row, callerId(caller)),
    exportedScreening(deps, row),
    exportedCases(deps, row, reader),
    timelineTold(deps, row, reader),
    exportedDeliveries(deps.db, row),
    exportedAsks(deps, row),
    exportedSignals(deps, row),
    exportedConsents(deps.db, row),
    erasureOf(deps, row),
  ]);
  return {
    session,
    ...givenData(deps.keyring, row),
    result: result === undefined ? null : resultView(result, piiFields),
    documents,
    screening,
    fraud_signals: signals,
    cases,
    consents,
    asked_again: asks,
    timeline,
    webhook_deliveries: deliveries,
    erasure: erased?.erasure ?? null,
  };
}

/** Before the data leaves: an export without its audit row must not happen. */
async function auditExport(
  deps: ApiDeps,
  call: Call<unknown, unknown, unknown>,
  row: SessionRow,
): Promise<void> {
  await recordAudit(deps.db, auditOf(call, row, 'session.exported', deps.clock()));
}
