import { recordOutcome } from '../../../activities/session/record-outcomes';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import { sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import type { SessionRow } from '../../../shared/database/schema';
import { attemptChecksOf } from '../../../shared/domain/graph/always-run';
import { newId, type SessionId } from '../../../shared/domain/ids';
import type { Decision } from '../../../shared/domain/lifecycle/event';
import { newSessionState } from '../../../shared/domain/lifecycle/state';
import type { RunningApi } from '../running-api';
import { readData } from '../cases/review-stage';

export interface StoredPerson {
  readonly dateOfBirth: string;
  readonly faceScore: number;
}

/** Sessions as a worker leaves them, each outcome written by the worker's own function and sealed. */
export async function storeDecided(
  api: RunningApi,
  people: readonly StoredPerson[],
): Promise<readonly SessionId[]> {
  const workflow = await api.db
    .selectFrom('workflows')
    .innerJoin('workflow_versions', (join) =>
      join
        .onRef('workflow_versions.workflow_id', '=', 'workflows.id')
        .onRef('workflow_versions.version', '=', 'workflows.current_version'),
    )
    .select(['workflows.id', 'organization_id', 'definition'])
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow();
  const checks = attemptChecksOf(workflow.definition.graph).map(({ check }) => check);
  const ids: SessionId[] = [];
  for (const person of people) {
    const session = await storeProcessing(api, workflow);
    for (const check of checks) {
      await storeOutcome(api, session, check, person);
    }
    await storeDecision(api, session, 'approved');
    ids.push(session.id);
  }
  return ids;
}

async function storeProcessing(
  { db, keyring }: RunningApi,
  workflow: Pick<SessionRow, 'organization_id'> & { readonly id: SessionRow['workflow_id'] },
): Promise<SessionRow> {
  const id = newId('session');
  const at = new Date();
  const { wrapped } = keyring.createDataKey(id);
  const session = await db
    .insertInto('sessions')
    .values({
      id,
      organization_id: workflow.organization_id,
      environment: 'live',
      status: 'processing',
      retention_status: 'active',
      legal_hold: false,
      attempt: 1,
      capture: 1,
      state: JSON.stringify(newSessionState(false)),
      sequence: 0,
      event_sequence: 0,
      external_ref: null,
      country: null,
      workflow_id: workflow.id,
      workflow_version: 1,
      checks: null,
      document_type: 'passport',
      document_country: null,
      metadata: '{}',
      tags: [],
      redirect_url: null,
      fields_sealed: null,
      applicant_sealed: null,
      send_email: false,
      token_minutes: 20,
      consent_ip: null,
      consent_version: null,
      required_pieces: null,
      wrapped_key: wrapped.wrapped,
      master_key_id: wrapped.masterKeyId,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('attempts')
    .values({
      session_id: id,
      attempt: 1,
      status: 'running',
      workflow_id: workflow.id,
      workflow_version: 1,
      document_ids: [],
      started_at: at,
    })
    .execute();
  return session;
}

async function storeOutcome(
  { db, keyring }: RunningApi,
  session: SessionRow,
  check: CheckName,
  { dateOfBirth, faceScore }: StoredPerson,
): Promise<void> {
  const key = keyToWork(keyring, session);
  const read = { ...readData, date_of_birth: dateOfBirth };
  const at = new Date();
  await recordOutcome(
    db,
    {
      sessionId: session.id,
      attempt: 1,
      outcome: {
        check,
        status: 'passed',
        score: check === 'face_match' ? faceScore : check === 'risk_assessment' ? 0.05 : null,
        reasons: [],
        engine: 'stored',
        engineVersion: '1',
      },
      startedAt: at,
      durationMs: 1,
      sealEvidence: (id) => sealJson(key, sealContext.evidence(id), { check }),
      ...(check === 'document_ocr'
        ? { extraction: sealJson(key, sealContext.extraction(session.id, 1), read) }
        : {}),
    },
    at,
  );
}

async function storeDecision(
  { db }: RunningApi,
  { id, organization_id, environment }: SessionRow,
  status: Decision,
): Promise<void> {
  const at = new Date();
  await db
    .insertInto('results')
    .values({
      organization_id,
      environment,
      session_id: id,
      attempt: 1,
      status,
      rejection_reason_code: null,
      reviewed_by: null,
      processing_mode: 'workflow',
      country_used: null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await db
    .updateTable('attempts')
    .set({ status: 'decided', finished_at: at })
    .where('session_id', '=', id)
    .execute();
  await db
    .updateTable('sessions')
    .set({ status: 'completed', completed_at: at })
    .where('id', '=', id)
    .execute();
}
