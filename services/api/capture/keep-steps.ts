import type { Kysely, Transaction } from 'kysely';
import { stepBatchesPerCapture, type PageSteps } from '../../../shared/domain/capture/page-steps';
import { sha256 } from '../../../shared/crypto/seal';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { canonicalJson } from '../../../shared/domain/canonical-json';
import type { Actor } from '../../../shared/temporal/session-messages';
import { requireCapturing } from '../documents/begin-capture';
import { lockRow } from './capture-step';
import type { OpenToken } from './open-token';

interface Keeping {
  readonly batch: PageSteps;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * The page's steps as lines of the timeline, `signals.step`; the audit log hears nothing of them. The batch that
 * came last over the link, sent again because its answer got lost, is kept once.
 *
 * @throws VerifaError too_many_attempts from the twenty-first batch of a capture on, over all its links
 */
export async function keepSteps(
  trx: Transaction<Database>,
  open: OpenToken,
  { batch, actor, at }: Keeping,
): Promise<SessionRow> {
  const session = await lockRow(trx, open);
  requireCapturing(session);
  const token = await trx
    .selectFrom('capture_tokens')
    .select(['status', 'step_batches', 'last_steps'])
    .where('id', '=', open.token.id)
    .executeTakeFirstOrThrow();
  if (token.status !== 'created' && token.status !== 'consumed') {
    throw new VerifaError('token_unavailable');
  }
  const hash = sha256(canonicalJson(batch));
  if (token.last_steps?.equals(hash) === true) return session;
  if ((await batchesOf(trx, session)) >= stepBatchesPerCapture) {
    throw new VerifaError('too_many_attempts');
  }
  await trx
    .updateTable('capture_tokens')
    .set({ step_batches: token.step_batches + 1, last_steps: hash })
    .where('id', '=', open.token.id)
    .execute();
  await trx.insertInto('timeline').values(linesOf(session, { batch, actor, at })).execute();
  return session;
}

async function batchesOf(
  db: Kysely<Database>,
  { id, capture }: Pick<SessionRow, 'id' | 'capture'>,
): Promise<number> {
  const rows = await db
    .selectFrom('capture_tokens')
    .select('step_batches')
    .where('session_id', '=', id)
    .where('capture', '=', capture)
    .execute();
  return rows.reduce((sum, { step_batches: batches }) => sum + batches, 0);
}

function linesOf(session: SessionRow, { batch, actor, at }: Keeping) {
  const { steps = [], device_class, language } = batch;
  const about = {
    ...(device_class === undefined ? {} : { device_class }),
    ...(language === undefined ? {} : { language }),
  };
  return steps.map((step) => ({
    organization_id: session.organization_id,
    environment: session.environment,
    session_id: session.id,
    sequence: null,
    kind: 'step' as const,
    event: 'signals.step' as const,
    from_status: null,
    to_status: null,
    attempt: session.attempt,
    actor_kind: actor.kind,
    actor_id: actor.id,
    detail: JSON.stringify({ ...step, ...about }),
    content_hash: null,
    at,
  }));
}
