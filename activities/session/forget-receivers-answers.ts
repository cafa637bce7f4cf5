import type { EffectContext } from './effect';

/** A receiver may have repeated what it was sent: its answers go when the session is hidden or erased. */
export async function forgetReceiversAnswers({
  trx,
  row,
}: Pick<EffectContext, 'trx' | 'row'>): Promise<void> {
  await trx
    .updateTable('webhook_tries')
    .set({ answer: null })
    .where(
      'delivery_id',
      'in',
      trx.selectFrom('webhook_deliveries').select('id').where('session_id', '=', row.id),
    )
    .execute();
}
