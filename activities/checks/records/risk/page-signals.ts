import type { Kysely } from 'kysely';
import { openJson } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database } from '../../../../shared/database/schema';
import type { SessionId } from '../../../../shared/domain/ids';
import type { SignalEvidence } from '../../../../shared/domain/risk/assess-risk';
import { pageBatchSchema, type PageBatch } from '../../../../shared/domain/risk/page-facts';
import { reportedSignals } from './reported-signals';
import {
  signalNames,
  signalOf,
  type SignalName,
} from '../../../../shared/domain/risk/signal-catalogue';
import type { Finding } from './finding';

/** All that the page told in every capture of the session: a resume washes nothing off. */
export async function loadPageBatches(
  db: Kysely<Database>,
  dataKey: Buffer,
  sessionId: SessionId,
): Promise<readonly PageBatch[]> {
  const rows = await db
    .selectFrom('page_signals')
    .select(['capture', 'number', 'batch_sealed'])
    .where('session_id', '=', sessionId)
    .orderBy('capture')
    .orderBy('number')
    .execute();
  return rows.map(({ capture, number, batch_sealed: sealed }) =>
    pageBatchSchema.parse(
      openJson(dataKey, sealContext.pageSignals(sessionId, capture, number), sealed),
    ),
  );
}

/** The page's word, and whether the batches hang together; without a batch nothing is evaluated. */
export function judgePageBatches(batches: readonly PageBatch[]): Finding {
  if (batches.length === 0) {
    const reported = signalNames.filter((name) => signalOf(name).source === 'reported');
    return { triggered: new Map(), notEvaluated: [...reported, 'payload_tampering'] };
  }
  const triggered = new Map<SignalName, SignalEvidence>();
  for (const { facts } of batches) {
    for (const [signal, evidence] of reportedSignals(facts)) {
      if (!triggered.has(signal)) triggered.set(signal, evidence);
    }
  }
  const unfit = batches.filter(({ nonce }) => nonce === 'does_not_fit').length;
  if (unfit > 0) triggered.set('payload_tampering', { batches_with_another_nonce: unfit });
  return { triggered, notEvaluated: [] };
}

/** The time zone the page told last; null when it told none. */
export function reportedTimeZone(batches: readonly PageBatch[]): string | null {
  return (
    batches.findLast(({ facts }) => facts.device?.time_zone !== undefined)?.facts.device
      ?.time_zone ?? null
  );
}
