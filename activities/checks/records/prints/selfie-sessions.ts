import type { whosePicture } from '../../../../shared/domain/checks/whose-picture';
import type { SessionId } from '../../../../shared/domain/ids';
import type { JudgeContext } from '../../judge/judge';
import { findReplays } from './find-replays';
import type { PrintedSet } from './frame-prints';
import type { PlacedPrint } from './place-prints';
import { ownersPrints } from './scan-kept-prints';
import { whoseSessions } from './whose-sessions';

/** The selfie as it is looked for in others; empty where a liveness step looks, and more strictly. */
export async function printedSelfie({ deps, input, signal }: JudgeContext): Promise<PrintedSet> {
  const [row] = input.documents('selfie');
  // Whoever is asked for frames has no selfie from before.
  if (row === undefined || input.documents('liveness_frame').length > 0) {
    return { frames: [], selfie: null };
  }
  const look = await deps.engines.printFace(await input.open(row), signal);
  return { frames: [], selfie: { ...look, documentId: row.id } };
}

/**
 * Earlier sessions that had this session's selfie, its very pixels or a copy, and whose they were. One
 * photograph shows one face, whoever's document it is sent with: the face says nothing of whose.
 */
export async function sessionsOfSelfie(
  { deps, input, signal }: JudgeContext,
  set: PrintedSet,
  placed: readonly PlacedPrint[],
): Promise<ReadonlyMap<SessionId, ReturnType<typeof whosePicture>>> {
  const { session } = input;
  const { selfieFrom } = await findReplays(deps, session, { set, placed }, signal);
  if (selfieFrom.length === 0) return new Map();
  const kept = placed.find((row) => row.document_hash !== null)?.document_hash;
  const document = kept ?? (await documentOfBefore(deps, session));
  return whoseSessions(deps, session, selfieFrom, { document, ownFace: null });
}

/** What an earlier attempt read, of pictures that came before these. */
async function documentOfBefore(
  { db }: JudgeContext['deps'],
  session: JudgeContext['input']['session'],
): Promise<Buffer | null> {
  const own = await ownersPrints(db, session)
    .select('document_hash')
    .where('session_id', '=', session.id)
    .where('document_hash', 'is not', null)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  return own?.document_hash ?? null;
}
