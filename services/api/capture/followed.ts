import type { Kysely } from 'kysely';
import { z } from 'zod';
import { loadCaptured } from '../../../shared/capture/captured-pieces';
import type { PieceName } from '../../../shared/domain/capture/asked-pieces';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';

/** How far the other device is. */
export const followedObject = z
  .strictObject({
    /** Another device has taken the newer link up. */
    connected: z.boolean(),
    /** The first piece that is still asked for; null when all are there. */
    step: z.string().nullable(),
    done: z.array(z.string()).readonly(),
  })
  .meta({ id: 'FollowedCapture' });

interface Followed {
  readonly connected: boolean;
  readonly step: PieceName | null;
  readonly done: readonly PieceName[];
}

export async function followedOf(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
): Promise<Followed> {
  const [{ required }, connected] = await Promise.all([
    loadCaptured(deps, session),
    isConnected(deps.db, session),
  ]);
  const pieces = required('link');
  return {
    connected,
    step: pieces.find(({ done }) => !done)?.piece ?? null,
    done: pieces.flatMap(({ piece, done }) => (done ? [piece] : [])),
  };
}

/** Whether somebody has bound the link that the session goes on over. */
async function isConnected(
  db: Kysely<Database>,
  { id, capture }: Pick<SessionRow, 'id' | 'capture'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('capture_tokens')
    .select('bound_at')
    .where('session_id', '=', id)
    .where('capture', '=', capture)
    .where('status', 'in', ['created', 'consumed', 'closed'])
    .executeTakeFirst();
  return row !== undefined && row.bound_at !== null;
}
