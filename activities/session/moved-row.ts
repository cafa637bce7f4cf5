import { standingAfter } from '../../shared/capture/record-consent';
import { versionFor, type Rollout } from '../../shared/records/rollout';
import type { SessionRow } from '../../shared/database/schema';
import { assertNever } from '../../shared/domain/assert-never';
import {
  isTerminal,
  sandboxWaitMs,
  statusCatalogue,
} from '../../shared/domain/lifecycle/status-catalogue';
import type { Enclosure } from '../../shared/records/enclosure';
import { mergedMetadata } from '../../shared/records/merge-metadata';
import type { TransitionCommit } from './contract';
import { firedTypes } from './fire-events';
import { statedConsent, statesConsent } from './stated-consent';

interface Moving {
  readonly at: Date;
  readonly deadlineAt: Date | null;
  readonly rollout: Rollout;
  readonly enclosed: Enclosure | null;
}

/** What a transition changes in the session's own row: all of it is known before anything is written. */
export function changeOf(
  row: SessionRow,
  commit: TransitionCommit,
  { at, deadlineAt, rollout, enclosed }: Moving,
): Partial<SessionRow> {
  const { state, sequence } = commit;
  return {
    state,
    status: state.status,
    retention_status: state.retention,
    legal_hold: state.legalHold,
    attempt: state.attempt,
    capture: state.capture,
    sequence,
    event_sequence: row.event_sequence + firedTypes(commit).length,
    deadline_at: deadlineAt,
    updated_at: at,
    last_request_id: commit.requestId,
    ...ends(row, commit, at),
    ...askedAgain(commit),
    // Capture asks for what the version current at its first step asks (`4-verification.md`).
    ...(commit.event.type === 'start_capture'
      ? { workflow_version: versionFor(rollout, row.id) }
      : {}),
    ...(statesConsent(row, commit) ? standingAfter(row, statedConsent(commit, at)) : {}),
    ...(enclosed?.metadata == null
      ? {}
      : { metadata: mergedMetadata(row.metadata, enclosed.metadata) }),
  };
}

/** When the new status ends by itself. A link generated meanwhile may have moved a token's end. */
export function deadlineOf(row: SessionRow, commit: TransitionCommit, at: Date): Date | null {
  const { endsBy } = statusCatalogue[commit.state.status];
  switch (endsBy) {
    case 'token':
      return commit.effects.includes('issue_token')
        ? new Date(at.getTime() + row.token_minutes * 60_000)
        : row.deadline_at;
    case 'sandbox_wait':
      return row.status === 'sandbox_pending'
        ? row.deadline_at
        : new Date(at.getTime() + sandboxWaitMs);
    case 'gate':
      return commit.gateDeadlineAt === null ? row.deadline_at : new Date(commit.gateDeadlineAt);
    case null:
      return null;
    default:
      return assertNever(endsBy);
  }
}

/** A reprocess that is given back leaves the end as it was; a new capture begins without one. */
function ends(
  row: SessionRow,
  { state, effects }: TransitionCommit,
  at: Date,
): Partial<Pick<SessionRow, 'completed_at' | 'expired_at' | 'ended_at'>> {
  if (effects.includes('issue_token')) {
    return { completed_at: null, expired_at: null, ended_at: null };
  }
  if (row.status === state.status) return {};
  const ended = isTerminal(state.status) ? { ended_at: row.ended_at ?? at } : {};
  if (state.status === 'expired') return { ...ended, expired_at: at };
  return state.status === 'completed' && effects.includes('write_result')
    ? { ...ended, completed_at: at }
    : ended;
}

type AskedAgain = Pick<SessionRow, 'required_pieces' | 'asked_since'> &
  Partial<Pick<SessionRow, 'document_type' | 'document_country'>>;

/** Pieces that a reviewer asks for again are asked for until new ones came, over however many links. */
function askedAgain({ event, state }: TransitionCommit): Partial<AskedAgain> {
  if (event.type !== 'review' || event.decision !== 'resubmit') return {};
  const pieces = event.pieces ?? [];
  return {
    required_pieces: pieces.length === 0 ? null : [...pieces],
    asked_since: state.capture,
    // What was declared before was the wrong document.
    ...(pieces.includes('document_type') ? { document_type: null, document_country: null } : {}),
  };
}
