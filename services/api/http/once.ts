import type { Transaction } from 'kysely';
import type { z } from 'zod';
import { openJson, sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import type { Caller } from './caller';

/**
 * Runs the transaction of an operation, once for all repeats under one Idempotency-Key: a repeat
 * whose first holder died right after the commit gets what the first one did, and does nothing.
 * What `work` returns is kept for that: ids, numbers and secrets, nothing personal; the answer is
 * built from it and from the rows, the same way for the first and for every repeat.
 */
export type Once = <E>(
  effect: z.ZodType<E>,
  work: (trx: Transaction<Database>) => Promise<E>,
) => Promise<E>;

interface Operation {
  readonly caller: Caller;
  readonly operationId: string;
  /** Without a key nobody can repeat it: nothing is kept. */
  readonly isKeyed: boolean;
}

export function createOnce(
  { db, keyring, clock }: Pick<ApiDeps, 'db' | 'keyring' | 'clock'>,
  { caller, operationId, isKeyed }: Operation,
): Once {
  return (effect, work) =>
    db.transaction().execute(async (trx) => {
      if (!isKeyed) return work(trx);
      const sealingKey = keyring.derive('idempotent-answers');
      const context = sealContext.operationEffect(operationId);
      const mine = {
        organization_id: caller.organizationId,
        environment: caller.environment,
        operation_id: operationId,
      };
      // First of all: of two holders (the lease ran out under the first) the second waits here.
      const begun = await trx
        .insertInto('operation_effects')
        .values({ ...mine, effect_sealed: null, created_at: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('operation_id')
        .executeTakeFirst();
      const kept = trx
        .selectFrom('operation_effects')
        .select('effect_sealed')
        .where('organization_id', '=', mine.organization_id)
        .where('environment', '=', mine.environment)
        .where('operation_id', '=', mine.operation_id);
      if (begun === undefined) {
        const { effect_sealed: sealed } = await kept.executeTakeFirstOrThrow();
        if (sealed === null) throw new Error('an operation twice in one call');
        return effect.parse(openJson(sealingKey, context, sealed));
      }
      const done = await work(trx);
      await trx
        .updateTable('operation_effects')
        .set({ effect_sealed: sealJson(sealingKey, context, done) })
        .where('organization_id', '=', mine.organization_id)
        .where('environment', '=', mine.environment)
        .where('operation_id', '=', mine.operation_id)
        .execute();
      return done;
    });
}
