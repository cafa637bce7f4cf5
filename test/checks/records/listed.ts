import { addItem, type Added, type WrittenItem } from '../../../shared/lists/add-item';
import type { ListAction } from '../../../shared/domain/lists/list-action';
import { newId, type ListId, type OrganizationId } from '../../../shared/domain/ids';
import type { RecordStage } from './record-stage';

const actor = { kind: 'api_key' as const, id: null };

/** A list of the organisation's with these items, as `/lists` will leave it. */
export async function listOf(
  { db, keyring }: RecordStage,
  organizationId: OrganizationId,
  action: ListAction,
  items: readonly WrittenItem[],
): Promise<{ readonly id: ListId; readonly added: readonly Added[] }> {
  const id = newId('list');
  const at = new Date();
  const owner = { organization_id: organizationId, environment: 'live' as const };
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('lists')
      .values({ id, ...owner, name: id, action, origin: 'api', created_at: at, updated_at: at })
      .execute();
    const added = [];
    for (const item of items) {
      const origin = { owner, listId: id, sessionId: null, actor, at };
      added.push(await addItem(trx, keyring, origin, item));
    }
    return { id, added };
  });
}
