import { sealJson } from '../../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../../shared/crypto/session-key';
import type { CheckName, CheckStatus } from '../../../shared/domain/checks/outcome';
import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { AuditId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { assertedBy, type CaseActor } from './case-actor';
import { earlierMove, moveSession, type MoveView } from '../lifecycle/move-session';
import { withCase } from './change-case';
import { findCase } from './find-case';
import { requireMayDecide, requireReach } from './hold-case';
import { writtenOnCase } from './written-on-case';

export interface NewLayer {
  readonly check: CheckName;
  readonly status: CheckStatus;
  readonly reasons: readonly string[];
}

export interface CaseChange {
  readonly actor: CaseActor;
  readonly kind: 'override' | 'correction';
  /** Personal: sealed under the session's key. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly layers: readonly NewLayer[];
  /** What the audit names of it, in codes. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Lays a change over what is recorded and has the session's workflow decide again on that. The change
 * counts from the workflow's transition, which also writes its audit row and gives its author the case:
 * refused there, it never was.
 */
export async function rerunWith(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock'>,
  call: Call<{ id: string }, unknown, unknown>,
  change: CaseChange,
): Promise<{ readonly id: AuditId; readonly view: MoveView }> {
  const { actor, kind } = change;
  const id = call.assignedId('audit');
  const { session } = await findCase(deps.db, call.caller, call.params.id);
  const earlier = await earlierMove(deps.db, session.id, call);
  if (earlier !== undefined) return { id, view: earlier };
  await storeChange(deps, call, id, change);
  const mover = { ...call, actor: { kind: actor.kind, id: actor.id } };
  const detail = Object.fromEntries(change.layers.map(({ check, status }) => [check, status]));
  try {
    const view = await moveSession(
      deps,
      mover,
      session,
      {
        type: 'rerun',
        cause: kind,
        change: id,
        ...(actor.kind === 'reviewer' ? { reviewer: actor.id } : {}),
      },
      { detail: { ...change.detail, layers: detail, ...assertedBy(actor) } },
    );
    return { id, view };
  } catch (error) {
    if (error instanceof VerifaError && error.status < 500) await dropChange(deps.db, id);
    throw error;
  }
}

/** Seen by nobody before its transition. A dead holder of the Idempotency-Key may have come this far. */
async function storeChange(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'clock'>,
  call: Call<{ id: string }, unknown, unknown>,
  id: AuditId,
  change: CaseChange,
): Promise<void> {
  const { actor, kind } = change;
  const at = deps.clock();
  await withCase(deps.db, call, async (trx, row, session) => {
    requireReach(row, actor, at);
    requireMayDecide(row, actor);
    if (session.status !== 'under_review') {
      throw new VerifaError('invalid_state', { extra: { status: session.status } });
    }
    const stored = await trx
      .insertInto('case_changes')
      .values({
        id,
        ...writtenOnCase(row, actor),
        attempt: row.attempt,
        kind,
        content_sealed: sealContent(deps, session, id, change),
        created_at: at,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (stored === undefined) return;
    for (const { check, status, reasons } of change.layers) {
      await trx
        .insertInto('outcome_layers')
        .values({ change_id: id, check, status, reasons: [...reasons] })
        .execute();
    }
  });
}

async function dropChange(db: Kysely<Database>, id: AuditId): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('outcome_layers').where('change_id', '=', id).execute();
    await trx
      .deleteFrom('case_changes')
      .where('id', '=', id)
      .where('applied_at', 'is', null)
      .execute();
  });
}

function sealContent(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  id: AuditId,
  { content }: CaseChange,
): Buffer {
  return sealJson(keyToSeal(keyring, session), sealContext.caseChange(id), content);
}
