import { Readable } from 'node:stream';
import type { SessionId } from '../../shared/domain/ids';
import type { SessionStage } from './session-stage';

/** Gives each document of a session an object: what its erasure has to delete. */
export async function withObjects(stage: SessionStage, id: SessionId): Promise<void> {
  const documents = await stage.db
    .selectFrom('documents')
    .select('object_key')
    .where('session_id', '=', id)
    .execute();
  for (const { object_key: key } of documents) await stage.objects.put(key, Readable.from(['x']));
}
