import type { Kysely } from 'kysely';
import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { VerifaError } from '../../../../shared/errors/verifa-error';
import type { SessionId } from '../../../../shared/ids';
import type { ReuseDeps } from '../../forensics/find-reuse';
import { framePrintDistance, replayBelow } from './frame-print';
import { framePrintEngine, type PrintedFrame } from './keep-frame-prints';

export interface Replays {
  /** The very same pixels. */
  readonly exact: readonly SessionId[];
  /** Copies of a frame: compressed, scaled, trimmed or lightened anew. */
  readonly alike: readonly SessionId[];
  readonly compared: number;
  /** There were more prints than are compared. */
  readonly truncated: boolean;
}

const pageRows = 1_000;
/** The newest so many frames are compared, some two thousand sessions; the exact ones are found among all. */
const comparedPrints = 20_000;

/**
 * Sets that had one of these frames before, whoever's: a camera never takes one twice, and an honest second
 * session of the same person has frames of its own. An earlier set of this session counts too.
 */
export async function findReplays(
  { db, keyring }: ReuseDeps,
  session: SessionRow,
  frames: readonly PrintedFrame[],
  signal: AbortSignal,
): Promise<Replays> {
  const nothing = { exact: [], alike: [], compared: 0, truncated: false };
  if (frames.length === 0) return nothing;
  const key = ownerKey(keyring, session, 'frame-prints');
  const own = frames.map(({ documentId }) => documentId);
  const first = await db
    .selectFrom('document_prints')
    .select('position')
    .where('session_id', '=', session.id)
    .where('engine', '=', framePrintEngine)
    .where('document_id', 'in', own)
    .orderBy('position')
    .executeTakeFirst();
  // Its session was redacted since.
  if (first === undefined) throw new VerifaError('attempt_stale');
  const earlier = (from: string) =>
    ofOwner(db, session)
      .where('engine', '=', framePrintEngine)
      .where('position', '<', from)
      .where('document_id', 'not in', own);
  const same = await earlier(first.position)
    .where(
      'content_hash',
      'in',
      frames.map(({ pixelHash }) => keyedHash(key, 'pixels', pixelHash)),
    )
    .select('session_id')
    .distinct()
    .execute();
  const prints = frames.flatMap(({ print }) => (print === null ? [] : [print]));
  const exact = same.map(({ session_id: id }) => id);
  const alike = new Set<SessionId>();
  let from = first.position;
  for (let compared = 0; ;) {
    // The event loop turns between two pages.
    signal.throwIfAborted();
    const rows = await earlier(from)
      .select(['position', 'session_id', 'document_id', 'print_sealed'])
      .orderBy('position', 'desc')
      .limit(pageRows)
      .execute();
    for (const row of rows) {
      const kept = open(key, sealContext.framePrint(row.document_id), row.print_sealed);
      if (prints.some((print) => framePrintDistance(print, kept) < replayBelow)) {
        alike.add(row.session_id);
      }
    }
    compared += rows.length;
    const last = rows.at(-1);
    const isDone = last === undefined || rows.length < pageRows;
    if (isDone || compared >= comparedPrints) {
      const copies = [...alike].filter((id) => !exact.includes(id));
      return { exact, alike: copies, compared, truncated: !isDone };
    }
    from = last.position;
  }
}

function ofOwner(db: Kysely<Database>, session: SessionRow) {
  return db
    .selectFrom('document_prints')
    .where('organization_id', '=', session.organization_id)
    .where('environment', '=', session.environment);
}
