import { ApplicationFailure } from '@temporalio/common';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../shared/domain/canonical-json';
import { PendingWrites } from '../../shared/records/pending-writes';
import type { Keyring } from '../../shared/crypto/keyring';
import { sha256 } from '../../shared/crypto/seal';
import type { Database, SessionRow } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Receipt } from '../../shared/erasure/journal/journal-entry';
import { eventKey } from '../../shared/domain/lifecycle/event';
import type { Alert } from '../each-on-its-own';
import type { Rollout } from '../../shared/records/rollout';
import { newId } from '../../shared/domain/ids';
import type { MetricsSink } from '../../shared/metrics/metrics';
import { takeEnclosure } from '../../shared/records/enclosure';
import type { Committed, KnownOutcome, TransitionCommit } from './contract';
import { startRefuted, type Actor } from '../../shared/temporal/session-messages';
import { resultAfter } from './result-rows';
import { toldReason } from '../../shared/domain/cases/told-reason';
import { applyEffects } from './apply-effects';
import { auditIdOf, auditTransition } from './audit-transition';
import type { EffectContext } from './effect';
import { changeOf, deadlineOf } from './moved-row';

export interface CommitDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** Called when another content is found under a sequence number: someone has to look. */
  readonly alert: Alert;
  /** Counts what was committed; absent, nobody does. */
  readonly metrics?: MetricsSink;
  /** `BACKUP_RETENTION_DAYS` of the worker. */
  readonly backupRetentionDays?: number | undefined;
  /** See `EffectContext`. */
  readonly firstReceipt?: Receipt;
  /** The service's own, hex: whose messages count. */
  readonly publicKey: string;
  /** What an operator's client calls itself; null when nobody can tell. */
  readonly senderOf?: (commit: TransitionCommit) => Promise<string | null>;
}

/**
 * One transition, one transaction: status, token, attempt, result, case, timeline and outgoing events,
 * keyed by session and sequence number. A repeat with the same content changes nothing.
 *
 * @throws VerifaError transition_conflict when another content was committed under this number
 * @throws ApplicationFailure `start_refuted` when the row contradicts what the run was told
 */
export async function commitTransition(
  deps: CommitDeps,
  commit: TransitionCommit,
): Promise<Committed> {
  // Before the lock: it asks Temporal.
  const actor = await actorOf(deps, commit);
  const { answer, isNew } = await deps.db.transaction().execute(async (trx) => {
    const { row, rollout } = await lockSession(trx, commit.sessionId);
    if (row.sequence >= commit.sequence) {
      return { answer: await repeated(deps, trx, row, commit), isNew: false };
    }
    if (row.sequence + 1 !== commit.sequence) throw conflict(deps, commit);
    if (!agreesWithTold(deps, row, commit)) throw refuted();
    const at = new Date(commit.at);
    const deadlineAt = deadlineOf(row, commit, at);
    // A capture's first step is sent by the step itself, with nothing besides.
    const enclosed =
      commit.event.type === 'start_capture'
        ? null
        : await takeEnclosure(trx, deps.keyring, row, commit.requestId);
    const change = changeOf(row, commit, { at, deadlineAt, rollout, enclosed });
    const context: EffectContext = {
      trx,
      writes: new PendingWrites(trx),
      keyring: deps.keyring,
      row: { ...row, ...change },
      before: row,
      commit: { ...commit, actor },
      rollout,
      enclosed,
      auditId: auditIdOf(commit.event),
      linkId: newId('link'),
      at,
      backupRetentionDays: deps.backupRetentionDays ?? null,
      ...(deps.firstReceipt === undefined ? {} : { firstReceipt: deps.firstReceipt }),
      simulated: [],
    };
    writeTransition(context, change, contentHash(commit));
    await applyEffects(context);
    await auditTransition(context);
    await context.writes.send();
    const { simulated } = context;
    const answer: Committed = {
      ...committedAnswer(deps, commit, deadlineAt),
      ...(simulated.length === 0 ? {} : { simulated: simulated.map(asKnown) }),
    };
    return { answer, isNew: true };
  });
  if (isNew) countTransition(deps, commit);
  return answer;
}

function countTransition({ metrics }: CommitDeps, { event, state }: TransitionCommit): void {
  metrics?.count('verifa_transitions_total', { event: eventKey(event), to: state.status });
}

function asKnown({ check, status, score, reasons }: KnownOutcome): KnownOutcome {
  return { check, status, score, reasons };
}

async function lockSession(
  trx: Transaction<Database>,
  id: TransitionCommit['sessionId'],
): Promise<{ readonly row: SessionRow; readonly rollout: Rollout }> {
  const found = await trx
    .selectFrom('sessions')
    .innerJoin('workflows', 'workflows.id', 'sessions.workflow_id')
    .selectAll('sessions')
    .select(['current_version', 'stable_version', 'rollout_percentage'])
    .where('sessions.id', '=', id)
    .forUpdate('sessions')
    .executeTakeFirst();
  if (found === undefined) throw new VerifaError('not_found');
  const { current_version, stable_version, rollout_percentage, ...row } = found;
  return { row, rollout: { current_version, stable_version, rollout_percentage } };
}

/** A run's first commit may rest on what it was started with, which anybody can forge: the row decides. */
function agreesWithTold(
  { publicKey }: CommitDeps,
  { state }: SessionRow,
  { told }: TransitionCommit,
): boolean {
  if (told === undefined) return true;
  return told.messageKey === publicKey && canonicalJson(told.state) === canonicalJson(state);
}

function refuted(): ApplicationFailure {
  return ApplicationFailure.nonRetryable('The row says otherwise.', startRefuted);
}

function committedAnswer(
  { publicKey: messageKey }: CommitDeps,
  { told }: TransitionCommit,
  deadlineAt: Date | null,
): Committed {
  return {
    deadlineAt: deadlineAt?.toISOString() ?? null,
    ...(told === undefined ? {} : { messageKey }),
  };
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
  return committedAnswer(deps, commit, row.deadline_at);
}

/** Of a run that was told a state of long ago, no alert: it reads the row and goes on from there. */
function conflict(
  deps: CommitDeps,
  { sessionId, sequence, told }: TransitionCommit,
): VerifaError | ApplicationFailure {
  if (told !== undefined) return refuted();
  deps.alert('another transition is committed under this sequence number', { sessionId, sequence });
  return new VerifaError('transition_conflict');
}

/** Without its times: a workflow task that runs again after its commit comes to the same, later. */
function contentHash({
  at: _at,
  gateDeadlineAt: _deadline,
  told: _told,
  ...content
}: TransitionCommit): Buffer {
  return sha256(canonicalJson(content));
}

/** The row as the transition leaves it, and its place in the timeline. */
function writeTransition(
  { trx, writes, row, before, commit, at }: EffectContext,
  { state, metadata, ...change }: Partial<SessionRow>,
  hash: Buffer,
): void {
  writes.add(
    trx
      .updateTable('sessions')
      .set({
        ...change,
        ...(state === undefined ? {} : { state: JSON.stringify(state) }),
        ...(metadata === undefined ? {} : { metadata: JSON.stringify(metadata) }),
        ...resultAfter(before, commit),
      })
      .where('id', '=', row.id),
  );
  writes.addTimeline({
    organization_id: row.organization_id,
    environment: row.environment,
    session_id: row.id,
    sequence: commit.sequence,
    kind: 'transition',
    event: eventKey(commit.event),
    from_status: commit.from,
    to_status: commit.state.status,
    attempt: commit.state.attempt,
    actor_kind: commit.actor.kind,
    actor_id: commit.actor.id,
    detail: JSON.stringify(detailOf(commit)),
    content_hash: hash,
    request_id: commit.requestId,
    at,
  });
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
