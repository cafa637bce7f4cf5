import type { Transaction } from 'kysely';
import type { DeedTo } from '../../../shared/domain/audit/action';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { Whence } from '../../../shared/audit/personal-values';
import type { Database } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { AuditId } from '../../../shared/domain/ids';
import { claimMs, sameClaimMs } from '../../../shared/domain/cases/claim';
import { assertedBy, leavesEscalated, type CaseActor } from './case-actor';
import { effectiveStatus, isClosed, isHeld, type CaseRow } from './case-view';

/** The row, locked: of two who reach for a case at one moment the second sees what the first did. */
export async function lockCase(trx: Transaction<Database>, id: CaseRow['id']): Promise<CaseRow> {
  return trx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound);
}

/** @throws VerifaError case_closed, case_claimed: the case is not in reach of this one */
export function requireReach(row: CaseRow, actor: { readonly id: string }, now: Date): void {
  if (isClosed(row)) throw new VerifaError('case_closed', { extra: { case_status: row.status } });
  if (isHeld(row, now) && row.assignee !== actor.id) {
    throw new VerifaError('case_claimed', {
      extra: {
        case_status: row.status,
        claimed_until: row.claimed_until?.toISOString() ?? null,
      },
    });
  }
}

/** @throws VerifaError of what keeps this one from deciding a case that is in reach */
export function requireMayDecide(row: CaseRow, actor: CaseActor): void {
  if (row.status === 'escalated' && row.escalated_by === actor.id) {
    throw new VerifaError('case_escalated');
  }
  if (row.status === 'escalated' && leavesEscalated(actor)) throw new VerifaError('role_required');
  if (row.dual_review && actor.kind !== 'reviewer') throw new VerifaError('reviewer_required');
  if (row.first_decision !== null && row.first_reviewer === actor.id) {
    throw new VerifaError('same_reviewer');
  }
}

/** Takes the case, or prolongs what this one holds; the caller has locked and judged it. */
export async function hold(
  trx: Transaction<Database>,
  row: CaseRow,
  assignee: string,
  now: Date,
): Promise<CaseRow> {
  return trx
    .updateTable('cases')
    .set({
      status: row.status === 'open' ? 'in_review' : row.status,
      assignee,
      claimed_until: new Date(now.getTime() + claimMs),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Whether this one claims what it has claimed a moment ago, as a page does that opens a case taken from the queue. */
export async function isRepeated(
  trx: Transaction<Database>,
  row: CaseRow,
  { id }: CaseActor,
  now: Date,
): Promise<boolean> {
  if (!isHeld(row, now) || row.assignee !== id) return false;
  const before = await trx
    .selectFrom('audit')
    .select('id')
    .where('resource_id', '=', row.id)
    .where('action', '=', 'case.claimed')
    .where('actor_id', '=', id)
    .where('at', '>', new Date(now.getTime() - sameClaimMs))
    .limit(1)
    .executeTakeFirst();
  return before !== undefined;
}

export async function letGo(trx: Transaction<Database>, row: CaseRow): Promise<CaseRow> {
  return trx
    .updateTable('cases')
    .set({
      status: row.status === 'in_review' ? 'open' : row.status,
      assignee: null,
      claimed_until: null,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface CaseDeed {
  readonly id?: AuditId;
  /** `claimed`, `noted`: what follows `case.` in the audit. */
  readonly what: DeedTo<'case'>;
  readonly actor: CaseActor;
  readonly requestId: string;
  readonly whence: Whence;
  readonly detail?: Readonly<Record<string, string | boolean>>;
  readonly at: Date;
}

/** Everything done to a case is in the audit, in the transaction of the deed. */
export async function auditCase(
  trx: Transaction<Database>,
  row: CaseRow,
  { id, what, actor, requestId, whence, detail, at }: CaseDeed,
): Promise<void> {
  await recordAudit(trx, {
    ...(id === undefined ? {} : { id }),
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: actor.kind,
    actorId: actor.id,
    action: `case.${what}`,
    resourceId: row.id,
    requestId,
    whence,
    detail: { status: effectiveStatus(row, at), ...detail, ...assertedBy(actor) },
    at,
  });
}
