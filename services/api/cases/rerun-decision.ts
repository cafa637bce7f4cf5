import { sealJson } from '../../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../../shared/crypto/session-key';
import type { CheckName, CheckStatus } from '../../../shared/checks/outcome';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { newId, type AuditId } from '../../../shared/ids';
import type { SessionView } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import type { CaseActor } from './case-actor';
import { changeCase } from './change-case';
import { findCase } from './find-case';
import { hold, requireMayDecide, requireReach } from './hold-case';

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
}

/**
 * Lays a change over what is recorded and has the session's workflow decide again on that. The change
 * counts from the workflow's transition: refused there, it never took effect.
 */
export async function rerunWith(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock'>,
  call: Call<{ id: string }, unknown, unknown>,
  change: CaseChange,
): Promise<{ readonly id: AuditId; readonly view: SessionView }> {
  const { actor, kind } = change;
  const id = newId('audit');
  const what = kind === 'override' ? 'check_overridden' : 'data_corrected';
  const detail = Object.fromEntries(change.layers.map(({ check, status }) => [check, status]));
  await changeCase(deps, call, { id, actor, what, detail }, async (trx, row, at, session) => {
    requireReach(row, actor, at);
    requireMayDecide(row, actor);
    if (session.status !== 'under_review') {
      throw new VerifaError('invalid_state', { extra: { status: session.status } });
    }
    await trx
      .insertInto('case_changes')
      .values({
        id,
        organization_id: row.organization_id,
        environment: row.environment,
        case_id: row.id,
        session_id: row.session_id,
        attempt: row.attempt,
        kind,
        content_sealed: sealContent(deps, session, id, change),
        author_kind: actor.kind,
        author_id: actor.id,
        created_at: at,
      })
      .execute();
    for (const { check, status, reasons } of change.layers) {
      await trx
        .insertInto('outcome_layers')
        .values({ change_id: id, check, status, reasons: [...reasons] })
        .execute();
    }
    return hold(trx, row, actor.id, at);
  });
  const { session } = await findCase(deps.db, call.caller, call.params.id);
  const view = await deps.sessions.send(session, {
    event: { type: 'rerun', cause: kind, change: id },
    actor: { kind: actor.kind, id: actor.id },
    requestId: call.operationId,
  });
  return { id, view };
}

function sealContent(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  id: AuditId,
  { content }: CaseChange,
): Buffer {
  return sealJson(keyToSeal(keyring, session), sealContext.caseChange(id), content);
}
