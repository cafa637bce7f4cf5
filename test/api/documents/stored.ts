import type { RunningApi } from '../running-api';

/** What an upload left behind: rows of the session and objects in the store under its id. */
export async function stored(
  api: RunningApi,
  sessionId: string,
): Promise<{ readonly rows: number; readonly objects: number }> {
  const rows = await api.db
    .selectFrom('documents')
    .select('session_id')
    .execute()
    .then((all) => all.filter((row) => row.session_id === sessionId).length);
  let objects = 0;
  for await (const key of api.objects.list()) {
    if (key.startsWith(`${sessionId}/`)) objects += 1;
  }
  return { rows, objects };
}
