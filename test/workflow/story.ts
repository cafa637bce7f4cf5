import type { Graph } from '../../shared/domain/graph/definition';
import type { SessionId } from '../../shared/domain/ids';
import { sessionSignals } from '../../shared/temporal/session-definitions';
import type { SessionStage } from './session-stage';
import { withObjects } from './with-objects';

/** A face check, a gate behind it, and a document check that a reviewer has to look at. */
export const gatedGraph: Graph = {
  start: 'face',
  nodes: [
    {
      kind: 'policy',
      id: 'face',
      check: 'face_match',
      config: {},
      routes: { passed: 'bank', failed: 'no' },
    },
    { kind: 'wait', id: 'bank', next: 'quality', onFail: 'no' },
    {
      kind: 'policy',
      id: 'quality',
      check: 'document_quality',
      config: {},
      routes: { passed: 'yes', failed: 'look' },
    },
    { kind: 'terminal', id: 'yes', decision: 'approved' },
    { kind: 'terminal', id: 'no', decision: 'rejected' },
    { kind: 'terminal', id: 'look', decision: 'needs_review' },
  ],
};

/**
 * A session through every kind of transition: expired and resumed, submitted, past the gate, reviewed,
 * reprocessed and given back, held, and erased when the hold is lifted.
 */
export async function wholeStory(stage: SessionStage): Promise<SessionId> {
  stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
  const id = await stage.create({ graph: gatedGraph });
  await withObjects(stage, id);

  await stage.send(id, { type: 'expire' });
  await stage.ended(id);
  await stage.send(id, { type: 'resume' });
  await stage.temporal.client.workflow.getHandle(id).signal(sessionSignals.captureSubmitted);
  await stage.send(id, { type: 'start_capture' });
  await stage.send(id, { type: 'submit' });
  await stage.reached(id, 'awaiting_external');
  await stage.send(id, { type: 'external', decision: 'continue', gate: 'bank', attempt: 1 });
  const reviewed = await stage.reached(id, 'under_review');
  await stage.send(id, {
    type: 'review',
    decision: 'reject',
    reasonCode: 'document_unreadable',
    ...(reviewed.state.openCase === null ? {} : { caseId: reviewed.state.openCase }),
  });
  await stage.ended(id);
  await stage.send(id, { type: 'reprocess', via: 'reprocess' });
  await stage.reached(id, 'awaiting_external');
  await stage.send(id, { type: 'expire' });
  await stage.ended(id);
  await stage.send(id, { type: 'place_hold' });
  await stage.send(id, { type: 'redact' });
  await stage.send(id, { type: 'lift_hold' });
  await stage.ended(id);
  return id;
}

/** Everything the story left, without what differs between two runs of it: ids and times. */
export async function leftBehind(stage: SessionStage, id: SessionId): Promise<unknown> {
  const { db } = stage;
  const row = await stage.row(id);
  const timeline = await stage.timeline(id);
  const events = await stage.events(id);
  const tokens = await db
    .selectFrom('capture_tokens')
    .select(['status', 'capture', 'token_hash', 'token_sealed', 'binding_hash'])
    .where('session_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const attempts = await db
    .selectFrom('attempts')
    .select(['attempt', 'status'])
    .where('session_id', '=', id)
    .orderBy('attempt')
    .execute();
  const checks = await db
    .selectFrom('check_runs')
    .select(['attempt', 'check', 'status', 'reasons'])
    .where('session_id', '=', id)
    .orderBy('attempt')
    .orderBy('check')
    .execute();
  const results = await db
    .selectFrom('results')
    .select(['attempt', 'status', 'rejection_reason_code', 'processing_mode'])
    .where('session_id', '=', id)
    .orderBy('attempt')
    .execute();
  const cases = await db
    .selectFrom('cases')
    .select(['attempt', 'status', 'reason_code', 'close_reason', 'opened_sequence'])
    .where('session_id', '=', id)
    .execute();
  const erasures = await db
    .selectFrom('erasures')
    .select(['documents_removed', 'pending_object_keys'])
    .where('session_id', '=', id)
    .execute();
  const isTransition = (kind: string): boolean => kind === 'transition';
  return {
    session: {
      status: row.status,
      retention: row.retention_status,
      sequence: row.sequence,
      eventSequence: row.event_sequence,
      attempt: row.attempt,
      capture: row.capture,
      deadline: row.deadline_at,
      key: row.wrapped_key,
      reference: row.external_ref,
      metadata: row.metadata,
    },
    transitions: timeline
      .filter(({ kind }) => isTransition(kind))
      .map(({ sequence, event, from_status: from, to_status: to, attempt }) => ({
        sequence,
        event,
        from,
        to,
        attempt,
      })),
    refused: timeline.filter(({ kind }) => kind === 'refused').map(({ event }) => event),
    events: events
      .map(({ sequence, type }) => ({ sequence, type }))
      // Two classes of checks end in any order; each of their events is there once.
      .map(({ sequence, type }) => (type === 'check.completed' ? type : { sequence, type })),
    tokens,
    attempts,
    checks,
    results,
    cases,
    erasures,
    objectsLeft: [...stage.objects.keys].filter((key) => key.startsWith(id)),
  };
}
