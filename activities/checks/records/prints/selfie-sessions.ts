import type { whosePicture } from '../../../../shared/domain/checks/whose-picture';
import type { SessionId } from '../../../../shared/domain/ids';
import { findReplays } from './find-replays';
import { keepFramePrints } from './keep-frame-prints';
import type { JudgeContext } from '../../judge/judge';
import { ownersPrints } from './scan-kept-prints';
import { whoseSessions } from './whose-sessions';

/** One photograph shows one face, whoever's document it is sent with: the face says nothing of whose. */
const noFace = (): Promise<null> => Promise.resolve(null);

/**
 * Earlier sessions that had this session's selfie, its very pixels or a copy, and whose they were. A workflow
 * with a liveness step looks there, and more strictly: whoever is asked for frames has no selfie from before.
 */
export async function sessionsOfSelfie({
  deps,
  input,
  ref,
  signal,
}: JudgeContext): Promise<ReadonlyMap<SessionId, ReturnType<typeof whosePicture>>> {
  const { session } = input;
  const [row] = input.documents('selfie');
  if (row === undefined || input.documents('liveness_frame').length > 0) return new Map();
  const look = await deps.engines.printFace(await input.open(row), signal);
  const set = { frames: [], selfie: { ...look, documentId: row.id } };
  await keepFramePrints(deps, session, ref, set);
  const { selfieFrom } = await findReplays(deps, session, set, signal);
  if (selfieFrom.length === 0) return new Map();
  const own = await ownersPrints(deps.db, session)
    .select('document_hash')
    .where('session_id', '=', session.id)
    .where('document_hash', 'is not', null)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  const document = own?.document_hash ?? null;
  return whoseSessions(deps, session, selfieFrom, { document, ownFace: noFace });
}
