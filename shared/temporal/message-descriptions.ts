import type { SignalName, UpdateName } from './session-messages';

/**
 * What Temporal's UI and CLI (`temporal workflow metadata`) say of each message. The payload's shape is in
 * words, since neither of them knows a type.
 */
export const signalDescriptions: Readonly<Record<SignalName, string>> = {
  captureSubmitted:
    'Submits the capture for the person. No payload. Refused while pieces or steps are missing.',
  expire: 'Ends the session as expired, as Cancel does. No payload.',
  resume:
    'Gives a session that waits for its person a new link. No payload. It reaches running sessions only: ' +
    'one that is over is opened again by the API.',
  reviewDecision:
    'Decides the open case. JSON object: "decision" ("approve" or "reject"); optional "reason_code" (a code ' +
    'of at most 64 letters, digits, dots, dashes and underscores, never free text), "case_id" (case_…) and ' +
    '"attempt" (a number): given, they have to be those of the open case. Under dual review it is the first ' +
    'of two recommendations, never the second.',
  externalDecision:
    'Answers the gate where the session waits for the integrator. JSON object: "decision" ("continue", ' +
    '"fail" or "reject"); optional "gate" (its name) and "attempt" (a number): given, they have to be those ' +
    'that it waits at.',
};

const ofTheService =
  'The service sends it, signed: JSON object with "event", "actor", "requestId", "sequence", "signature".';
const unsignedRefused = 'Sent by hand it is refused as message_unsigned.';

function asSignal(name: SignalName): string {
  return `Sent by hand it counts as an operator's: its payload is that of the signal ${name}.`;
}

export const updateDescriptions: Readonly<Record<UpdateName, string>> = {
  start_capture: `The person has begun to capture. ${ofTheService} ${unsignedRefused}`,
  submit: `The capture is complete. ${ofTheService} ${asSignal('captureSubmitted')}`,
  resume: `A new link for the person. ${ofTheService} ${asSignal('resume')}`,
  outcome: `The tester of a sandbox session chooses its outcome. ${ofTheService} ${unsignedRefused}`,
  external: `The integrator answers a gate. ${ofTheService} ${asSignal('externalDecision')}`,
  review: `A reviewer decides the open case. ${ofTheService} ${asSignal('reviewDecision')}`,
  rerun: `Decides again after a reviewer's override or correction. ${ofTheService} ${unsignedRefused}`,
  expire: `Ends the session as expired. ${ofTheService} ${asSignal('expire')}`,
  reprocess: `Checks a decided session again. ${ofTheService} ${unsignedRefused}`,
  redact: `Erases what is personal. ${ofTheService} ${unsignedRefused}`,
  hide_data: `Retention hides what is personal. ${ofTheService} ${unsignedRefused}`,
  end_retention: `Retention destroys what is personal. ${ofTheService} ${unsignedRefused}`,
  place_hold: `A legal hold keeps the session from erasure. ${ofTheService} ${unsignedRefused}`,
  lift_hold: `Lifts the legal hold. ${ofTheService} ${unsignedRefused}`,
};

export const sessionStateDescription =
  'The state as it is committed: status, attempt, gate, open case, hold, and the number of transitions. No ' +
  'payload. Null until the run has read its row. Needs a running worker.';
