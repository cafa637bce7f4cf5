import type { Graph } from '../../../shared/domain/graph/definition';
import type { ReviewDecision } from '../../../shared/domain/lifecycle/event';
import type { SessionStatus } from '../../../shared/domain/lifecycle/state';
import { newId, type SessionId } from '../../../shared/domain/ids';
import { sessionSignals } from '../../../shared/temporal/session-definitions';
import { setSettings } from '../../stack/set-settings';
import type { SessionWish } from '../seed-session';
import type { SessionStage } from '../session-stage';
import { gatedGraph, wholeStory } from '../story';
import { withObjects } from '../with-objects';

/** A way that a session's workflow can take; answers with the session whose runs took it. */
export type SessionRoad = (stage: SessionStage) => Promise<SessionId>;

const patientGate: Graph = {
  start: 'bank',
  nodes: [
    { kind: 'wait', id: 'bank', next: 'yes', onFail: 'no', onTimeout: 'no', timeoutSeconds: 3_600 },
    { kind: 'terminal', id: 'yes', decision: 'approved' },
    { kind: 'terminal', id: 'no', decision: 'rejected' },
  ],
};

async function submitted(stage: SessionStage, wish: SessionWish = {}): Promise<SessionId> {
  const id = await stage.create(wish);
  await stage.send(id, { type: 'start_capture' });
  await stage.send(id, { type: 'submit' });
  return id;
}

async function until(
  stage: SessionStage,
  status: SessionStatus,
  wish: SessionWish = {},
): Promise<SessionId> {
  const id = await submitted(stage, wish);
  await stage.reached(id, status);
  return id;
}

function underReview(stage: SessionStage): Promise<SessionId> {
  stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
  return until(stage, 'under_review');
}

async function reviewed(stage: SessionStage, decision: ReviewDecision): Promise<SessionId> {
  const id = await underReview(stage);
  await stage.send(id, { type: 'review', decision });
  await stage.ended(id);
  return id;
}

async function ended(stage: SessionStage, road: Promise<SessionId>): Promise<SessionId> {
  const id = await road;
  await stage.ended(id);
  return id;
}

/** Every road by its name, which its recorded histories bear. */
export const sessionRoads: Readonly<Record<string, SessionRoad>> = {
  'straight-through': (stage) => ended(stage, submitted(stage)),
  'whole-story': wholeStory,
  // Before those that leave a session open, whose own timers fire meanwhile.
  'sandbox-forgotten': (stage) => ended(stage, submitted(stage, { environment: 'sandbox' })),
  'never-opened': (stage) => ended(stage, stage.create()),
  'expired-and-resumed': async (stage) => {
    const id = await stage.create();
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
    await stage.send(id, { type: 'resume' });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  },
  'gate-timeout': (stage) => ended(stage, submitted(stage, { graph: patientGate })),
  'gate-rejected': async (stage) => {
    const id = await until(stage, 'awaiting_external', { graph: gatedGraph });
    await stage.send(id, { type: 'external', decision: 'reject' });
    await stage.ended(id);
    return id;
  },
  'gate-failed': async (stage) => {
    const id = await until(stage, 'awaiting_external', { graph: gatedGraph });
    await stage.send(id, { type: 'external', decision: 'fail' });
    await stage.ended(id);
    return id;
  },
  'gate-open': (stage) => until(stage, 'awaiting_external', { graph: gatedGraph }),
  'failed-engine': async (stage) => {
    stage.checks.breaks.set('face_match', 4);
    const id = await submitted(stage);
    await stage.ended(id);
    await stage.send(id, { type: 'resume' });
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  },
  'engine-tried-again': (stage) => {
    stage.checks.breaks.set('document_ocr', 2);
    return ended(stage, submitted(stage));
  },
  'refused-signal': async (stage) => {
    const id = await stage.create();
    const handle = stage.temporal.client.workflow.getHandle(id);
    await handle.signal(sessionSignals.captureSubmitted);
    await handle.signal(sessionSignals.reviewDecision, { decision: 'approve' });
    await stage.send(id, { type: 'start_capture' });
    await handle.signal(sessionSignals.expire);
    await stage.ended(id);
    return id;
  },
  'signalled-through': async (stage) => {
    const documents = ['id_front', 'selfie', 'liveness_frame'] as const;
    const id = await stage.create({ graph: gatedGraph, documents });
    const handle = stage.temporal.client.workflow.getHandle(id);
    stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    await stage.send(id, { type: 'start_capture' });
    await handle.signal(sessionSignals.captureSubmitted);
    await stage.reached(id, 'awaiting_external');
    await handle.signal(sessionSignals.externalDecision, { decision: 'continue' });
    await stage.reached(id, 'under_review');
    await handle.signal(sessionSignals.reviewDecision, { decision: 'reject' });
    await stage.ended(id);
    return id;
  },
  cancelled: async (stage) => {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.temporal.client.workflow.getHandle(id).cancel();
    await stage.ended(id);
    return id;
  },
  'reviewed-approved': (stage) => reviewed(stage, 'approve'),
  'reviewed-rejected': (stage) => reviewed(stage, 'reject'),
  'dual-review': async (stage) => {
    await setSettings(stage.db, { dual_review: true });
    const id = await underReview(stage);
    for (const reviewer of [newId('user'), newId('user')]) {
      await stage.send(id, { type: 'review', decision: 'approve', reviewer });
    }
    await stage.ended(id);
    await setSettings(stage.db, {});
    return id;
  },
  'asked-again': async (stage) => {
    const id = await underReview(stage);
    await stage.send(id, { type: 'review', decision: 'resubmit', pieces: ['id_front'] });
    stage.checks.says.clear();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  },
  'decided-anew': async (stage) => {
    const id = await underReview(stage);
    await stage.send(id, { type: 'rerun', cause: 'override' });
    await stage.reached(id, 'under_review');
    await stage.send(id, { type: 'review', decision: 'approve' });
    await stage.ended(id);
    return id;
  },
  'review-open': underReview,
  reprocessed: async (stage) => {
    const id = await submitted(stage);
    await stage.ended(id);
    await stage.send(id, { type: 'reprocess', via: 'reprocess' });
    await stage.ended(id);
    return id;
  },
  redacted: async (stage) => {
    const id = await submitted(stage);
    await stage.ended(id);
    await withObjects(stage, id);
    await stage.send(id, { type: 'redact' });
    await stage.ended(id);
    return id;
  },
  'legal-hold': async (stage) => {
    const id = await submitted(stage);
    await stage.ended(id);
    await withObjects(stage, id);
    await stage.send(id, { type: 'place_hold' });
    await stage.ended(id);
    await stage.send(id, { type: 'redact' });
    await stage.ended(id);
    await stage.send(id, { type: 'lift_hold' });
    await stage.ended(id);
    return id;
  },
  'data-run-out': async (stage) => {
    const id = await submitted(stage);
    await stage.ended(id);
    await withObjects(stage, id);
    await stage.send(id, { type: 'hide_data' });
    await stage.ended(id);
    await stage.send(id, { type: 'end_retention' });
    await stage.ended(id);
    return id;
  },
  'sandbox-outcome': async (stage) => {
    const id = await submitted(stage, { environment: 'sandbox' });
    await stage.send(id, { type: 'outcome', outcome: 'approve', simulated: {} });
    await stage.ended(id);
    return id;
  },
  // The last one: time is not skipped while the server waits for an activity whose workflow has gone.
  'expired-in-checks': async (stage) => {
    const letGo = stage.checks.hold();
    const id = await submitted(stage);
    await stage.checks.held();
    await stage.send(id, { type: 'expire' });
    letGo();
    await stage.ended(id);
    return id;
  },
};
