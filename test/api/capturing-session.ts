import type { DocumentsTable } from '../../shared/database/schema';
import { isId, newId } from '../../shared/domain/ids';
import { eventually } from '../processes/running-process';
import type { RunningApi } from './running-api';

/** A session that is capturing, with these pieces uploaded. */
export async function capturingSession(
  api: RunningApi,
  pieces: readonly DocumentsTable['doc_type'][],
  body: Record<string, unknown> = {},
): Promise<string> {
  const id = await api.create(body);
  if (!isId('session', id)) throw new Error('no session');
  const row = await api.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await api.sessions.send(row, {
    event: { type: 'start_capture' },
    actor: { kind: 'api_key', id: null },
    requestId: `start-${id}`,
  });
  for (const piece of pieces) {
    await api.db
      .insertInto('documents')
      .values({
        id: newId('document'),
        organization_id: row.organization_id,
        environment: row.environment,
        session_id: id,
        doc_type: piece,
        capture: 1,
        content_hash: Buffer.alloc(32),
        mime_type: 'image/jpeg',
        size_bytes: 1,
        width: 1,
        height: 1,
        object_key: `${id}/${piece}`,
        hints: null,
        created_at: new Date(),
      })
      .execute();
  }
  return id;
}

/** A live session that went the whole way with the worker's checks. */
export async function completedSession(
  api: RunningApi,
  body: Record<string, unknown> = {},
): Promise<string> {
  const id = await capturingSession(api, ['id_front', 'selfie'], body);
  await api.ask('POST', `/api/v1/sessions/${id}/submit`);
  await eventually('a decision', async () => {
    const { body: session } = await api.ask('GET', `/api/v1/sessions/${id}`);
    return session['status'] === 'completed' ? true : undefined;
  });
  return id;
}
