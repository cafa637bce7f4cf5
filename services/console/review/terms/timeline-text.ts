import type { TimelineEvent } from '../../../../shared/domain/lifecycle/timeline-event';
import type { Translate } from '../texts';

/** Everything that a service of this version writes there; the compiler asks for each, and for its sentence. */
const known: Readonly<Record<TimelineEvent, true>> = {
  cancel: true,
  captureSubmitted: true,
  consent: true,
  consent_refused: true,
  consent_withdrawn: true,
  create: true,
  'decide.approved': true,
  'decide.needs_review': true,
  'decide.rejected': true,
  document_type_chosen: true,
  document_uploaded: true,
  end_retention: true,
  expire: true,
  extended: true,
  'external.continue': true,
  'external.fail': true,
  'external.reject': true,
  externalDecision: true,
  gate_timeout: true,
  give_up: true,
  handoff: true,
  handoff_cancelled: true,
  hide_data: true,
  invitation_resent: true,
  lift_hold: true,
  link_bound: true,
  link_generated: true,
  liveness_challenged: true,
  liveness_declined: true,
  liveness_uploaded: true,
  'outcome.approve': true,
  'outcome.expire': true,
  'outcome.needs_review': true,
  'outcome.reject': true,
  place_hold: true,
  reach_gate: true,
  redact: true,
  reprocess: true,
  rerun: true,
  resume: true,
  'review.approve': true,
  'review.reject': true,
  'review.resubmit': true,
  reviewDecision: true,
  sandbox_wait_over: true,
  'signals.step': true,
  start_capture: true,
  submit: true,
  token_ran_out: true,
  user_info: true,
};

function isKnown(event: string): event is TimelineEvent {
  return Object.hasOwn(known, event);
}

/** What happened to a session, as its timeline has it. An event of a later version goes by its own name. */
export function timelineText(event: string, t: Translate): string {
  return isKnown(event) ? t(`timeline.${event}`) : event;
}
