import type { EventKey } from './event';

/** A step that moved nothing; it stands in the audit log as well. */
export type StepEvent =
  | 'consent'
  | 'consent_refused'
  | 'consent_withdrawn'
  | 'document_type_chosen'
  | 'document_uploaded'
  | 'extended'
  | 'handoff'
  | 'handoff_cancelled'
  | 'invitation_resent'
  | 'link_bound'
  | 'link_generated'
  | 'liveness_challenged'
  | 'liveness_declined'
  | 'liveness_uploaded'
  | 'user_info';

/** A message of an operator that was refused, named as Temporal names it. */
export type RefusedEvent =
  'captureSubmitted' | 'expire' | 'resume' | 'reviewDecision' | 'externalDecision' | 'cancel';

/** Everything that a line of a session's timeline can tell. */
export type TimelineEvent = 'create' | EventKey | StepEvent | RefusedEvent | 'signals.step';
