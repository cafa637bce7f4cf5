import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../shared/records/canonical-json';
import type { Keyring } from '../../shared/crypto/keyring';
import { sha256 } from '../../shared/crypto/seal';
import type { Database, SessionRow } from '../../shared/database/schema';
import { VerifaError } from '../../shared/errors/verifa-error';
import { eventKey } from '../../shared/lifecycle/event';
import { isTerminal } from '../../shared/lifecycle/state';
import type { Alert } from '../each-on-its-own';
import { takeEnclosure, type Enclosure } from '../../shared/records/enclosure';
import { mergedMetadata } from '../../shared/records/merge-metadata';
import type { Committed, TransitionCommit } from './contract';
import type { Actor } from '../../shared/temporal/session-messages';
import { toldReason } from './told-reason';
import { applyEffects } from './apply-effects';
import { auditIdOf, auditTransition } from './audit-transition';

export interface CommitDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** Called when another content is found under a sequence number: someone has to look. */
  readonly alert: Alert;
  /** `BACKUP_RETENTION_DAYS` of the worker. */
  readonly backupRetentionDays?: number | undefined;
  /** What an operator's client calls itself; null when nobody can tell. */
  readonly senderOf?: (commit: TransitionCommit) => Promise<string | null>;
}

const sandboxWaitMs = 7 * 24 * 60 * 60 * 1000;

/**
 * One transition, one transaction: status, token, attempt, result, case, timeline and outgoing events,
 * keyed by session and sequence number. A repeat with the same content changes nothing.
 *
 * @throws VerifaError transition_conflict when another content was committed under this number
 */
export async function commitTransition(
  deps: CommitDeps,
  commit: TransitionCommit,
): Promise<Committed> {
  // Before the lock: it asks Temporal.
  const actor = await actorOf(deps, commit);
  return deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', commit.sessionId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new VerifaError('not_found');
    if (row.sequence >= commit.sequence) return repeated(deps, trx, row, commit);
    if (row.sequence + 1 !== commit.sequence) throw conflict(deps, commit);
    const at = new Date(commit.at);
    const deadlineAt = deadlineOf(row, commit, at);
    const enclosed = await takeEnclosure(trx, deps.keyring, row, commit.requestId);
    const updated = await updateSession(trx, row, commit, { at, deadlineAt, enclosed });
    await insertTransition(trx, row, { commit, actor }, at);
    const context = {
      trx,
      keyring: deps.keyring,
      row: updated,
      before: row,
      commit: { ...commit, actor },
      enclosed,
      auditId: auditIdOf(commit.event),
      at,
      backupRetentionDays: deps.backupRetentionDays ?? null,
    };
    await applyEffects(context);
    await auditTransition(context);
    return { deadlineAt: deadlineAt?.toISOString() ?? null };
  });
}

/** The workflow cannot know who signalled; the hash of what it committed stays without that. */
async function actorOf(deps: CommitDeps, commit: TransitionCommit): Promise<Actor> {
  const { actor } = commit;
  if (actor.kind !== 'operator' || actor.id !== null) return actor;
  return { kind: 'operator', id: (await deps.senderOf?.(commit)) ?? null };
}

async function repeated(
  deps: CommitDeps,
  trx: Transaction<Database>,
  row: SessionRow,
  commit: TransitionCommit,
): Promise<Committed> {
  const first = await trx
    .selectFrom('timeline')
    .select('content_hash')
    .where('session_id', '=', commit.sessionId)
    .where('sequence', '=', commit.sequence)
    .executeTakeFirst();
  if (first?.content_hash?.equals(contentHash(commit)) !== true) throw conflict(deps, commit);
  return { deadlineAt: row.deadline_at?.toISOString() ?? null };
}

function conflict(deps: CommitDeps, { sessionId, sequence }: TransitionCommit): VerifaError {
  deps.alert('another transition is committed under this sequence number', { sessionId, sequence });
  return new VerifaError('transition_conflict');
}

/** Without its times: a workflow task that runs again after its commit comes to the same, later. */
function contentHash({ at: _at, gateDeadlineAt: _deadline, ...content }: TransitionCommit): Buffer {
  return sha256(canonicalJson(content));
}

/** When the new status ends by itself. A link generated meanwhile may have moved a token's end. */
function deadlineOf(row: SessionRow, commit: TransitionCommit, at: Date): Date | null {
  switch (commit.state.status) {
    case 'pending':
    case 'capturing':
      return commit.effects.includes('issue_token')
        ? new Date(at.getTime() + row.token_minutes * 60_000)
        : row.deadline_at;
    case 'sandbox_pending':
      return row.status === 'sandbox_pending'
        ? row.deadline_at
        : new Date(at.getTime() + sandboxWaitMs);
    case 'awaiting_external':
      return commit.gateDeadlineAt === null ? row.deadline_at : new Date(commit.gateDeadlineAt);
    default:
      return null;
  }
}

async function updateSession(
  trx: Transaction<Database>,
  row: SessionRow,
  commit: TransitionCommit,
  {
    at,
    deadlineAt,
    enclosed,
  }: {
    readonly at: Date;
    readonly deadlineAt: Date | null;
    readonly enclosed: Enclosure | null;
  },
): Promise<SessionRow> {
  const { state, sequence } = commit;
  return trx
    .updateTable('sessions')
    .set({
      state: JSON.stringify(state),
      status: state.status,
      retention_status: state.retention,
      legal_hold: state.legalHold,
      attempt: state.attempt,
      capture: state.capture,
      sequence,
      deadline_at: deadlineAt,
      updated_at: at,
      last_request_id: commit.requestId,
      ...ends(row, commit, at),
      ...askedAgain(commit),
      ...metadataWith(row, enclosed),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
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

function metadataWith(row: SessionRow, enclosed: Enclosure | null): { metadata?: string } {
  if (enclosed?.metadata == null) return {};
  return { metadata: JSON.stringify(mergedMetadata(row.metadata, enclosed.metadata)) };
}

async function insertTransition(
  trx: Transaction<Database>,
  row: SessionRow,
  { commit, actor }: { readonly commit: TransitionCommit; readonly actor: Actor },
  at: Date,
): Promise<void> {
  await trx
    .insertInto('timeline')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      sequence: commit.sequence,
      kind: 'transition',
      event: eventKey(commit.event),
      from_status: commit.from,
      to_status: commit.state.status,
      attempt: commit.state.attempt,
      actor_kind: actor.kind,
      actor_id: actor.id,
      detail: JSON.stringify(detailOf(commit)),
      content_hash: contentHash(commit),
      request_id: commit.requestId,
      at,
    })
    .execute();
}

/** Ids and codes of the event, for the timeline and for a later run (how a gate was answered). */
function detailOf({ event, gateBefore, state }: TransitionCommit): Record<string, string> {
  const reason = toldReason(event);
  switch (event.type) {
    case 'reach_gate':
      return { gate: event.gate };
    case 'external':
    case 'gate_timeout':
      return gateBefore === null ? {} : { gate: gateBefore };
    case 'decide':
      return {
        ...(reason === null ? {} : { reason_code: reason }),
        ...(state.openCase === null ? {} : { case_id: state.openCase }),
      };
    case 'review':
      return reason === null ? {} : { reason_code: reason };
    case 'give_up':
      return { error: event.errorCode };
    default:
      return {};
  }
}
