import type { CaseId } from '../shared/domain/ids';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { SignalName } from '../shared/temporal/session-messages';

/** A signal typed by hand in Temporal's UI, parsed; null when it is not what the signal carries. */
export function parseSignal(name: SignalName, payload: unknown): SessionEvent | null {
  switch (name) {
    case 'captureSubmitted':
      return { type: 'submit' };
    case 'expire':
      return { type: 'expire' };
    case 'resume':
      return { type: 'resume' };
    case 'reviewDecision':
      return parseReview(payload);
    case 'externalDecision':
      return parseExternal(payload);
  }
}

function parseReview(payload: unknown): SessionEvent | null {
  if (!isObject(payload)) return null;
  const { decision, reason_code: reasonCode, case_id: caseId, attempt } = payload;
  if (decision !== 'approve' && decision !== 'reject') return null;
  if (!isOptional(reasonCode, isCode) || !isOptional(caseId, isCaseId)) return null;
  if (!isOptional(attempt, isCount)) return null;
  return {
    type: 'review',
    decision,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(attempt === undefined ? {} : { attempt }),
  };
}

function parseExternal(payload: unknown): SessionEvent | null {
  if (!isObject(payload)) return null;
  const { decision, gate, attempt } = payload;
  if (decision !== 'continue' && decision !== 'fail' && decision !== 'reject') return null;
  if (!isOptional(gate, isCode) || !isOptional(attempt, isCount)) return null;
  return {
    type: 'external',
    decision,
    ...(gate === undefined ? {} : { gate }),
    ...(attempt === undefined ? {} : { attempt }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || is(value);
}

/** A machine code: free text, which could be personal, never gets into a history through here. */
function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_.-]{1,64}$/.test(value);
}

function isCaseId(value: unknown): value is CaseId {
  return typeof value === 'string' && /^case_[0-9a-z]{26}$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
