import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { SessionRow } from '../../../../shared/database/schema';
import type { SessionId } from '../../../../shared/domain/ids';
import type { ReuseDeps } from './find-reuse';
import { ownersPrints, scanKeptPrints, type KeptPrint } from './scan-kept-prints';
import { framePrintDistance, replayBelow } from '../../engines/face/liveness/frame-print';
import { framePrintEngine, selfiePrintEngine, type PrintedSet } from './frame-prints';
import type { PlacedPrint } from './place-prints';

export interface Replays {
  /** Sessions that had one of the frames before: its very pixels, or a copy made anew. */
  readonly framesFrom: readonly SessionId[];
  /** Sessions that had the selfie before, as theirs or as a frame. */
  readonly selfieFrom: readonly SessionId[];
  readonly compared: number;
  /** There were more prints than are compared. */
  readonly truncated: boolean;
}

const pageRows = 1_000;
/**
 * The newest so many frames (of some two thousand sessions) and selfies are compared; the exact ones are
 * found among all.
 */
const comparedPrints = 20_000;
const engines = [framePrintEngine, selfiePrintEngine] as const;

/** One picture of the set, and what may accuse it. */
interface Sought {
  readonly isSelfie: boolean;
  readonly pixels: Buffer;
  /** Null where there is no face to print. */
  readonly distance: ((other: Uint8Array) => number) | null;
  /** Where its own rows begin: what came later may be a copy of it. */
  readonly before: bigint;
}

type Accused = Pick<KeptPrint, 'position' | 'session_id' | 'document_id' | 'engine'>;

/**
 * Sessions that had one of these pictures before, whoever's: a camera never takes one twice, and an honest
 * second session of the same person has frames and a selfie of its own. An earlier set of frames of this
 * session counts too; its selfie does not, which stays while other steps are asked for again.
 */
export async function findReplays(
  deps: ReuseDeps,
  session: SessionRow,
  { set, placed }: { readonly set: PrintedSet; readonly placed: readonly PlacedPrint[] },
  signal: AbortSignal,
): Promise<Replays> {
  if (set.frames.length === 0 && set.selfie === null) {
    return { framesFrom: [], selfieFrom: [], compared: 0, truncated: false };
  }
  const all = soughtOf(deps, session, set, placed);
  const own = set.frames.map(({ documentId }) => documentId);
  const from = { frames: new Set<SessionId>(), selfie: new Set<SessionId>() };
  const accuse = (row: Accused, isAlike: (sought: Sought) => boolean): void => {
    const isOwn = row.session_id === session.id;
    if (isOwn && (row.engine !== framePrintEngine || own.includes(row.document_id))) return;
    for (const sought of all) {
      if (BigInt(row.position) >= sought.before || (isOwn && sought.isSelfie)) continue;
      const sessions = sought.isSelfie ? from.selfie : from.frames;
      if (!sessions.has(row.session_id) && isAlike(sought)) sessions.add(row.session_id);
    }
  };
  const exact = await ownersPrints(deps.db, session)
    .where('engine', 'in', engines)
    .where(
      'content_hash',
      'in',
      all.map(({ pixels }) => pixels),
    )
    .select(['position', 'session_id', 'document_id', 'engine', 'content_hash'])
    .execute();
  for (const row of exact) accuse(row, ({ pixels }) => pixels.equals(row.content_hash));
  let [compared, truncated] = [0, false];
  // Without a face in any of the pictures there is nothing to compare kept prints with.
  const isPrinted = all.some(({ distance }) => distance !== null);
  for (const engine of isPrinted ? engines : []) {
    const scan = await scanPrints(deps, session, { engine, all, accuse }, signal);
    compared += scan.compared;
    truncated ||= scan.truncated;
  }
  return { framesFrom: [...from.frames], selfieFrom: [...from.selfie], compared, truncated };
}

function soughtOf(
  { keyring }: ReuseDeps,
  session: SessionRow,
  { frames, selfie }: PrintedSet,
  placed: readonly PlacedPrint[],
): readonly Sought[] {
  const key = ownerKey(keyring, session, 'frame-prints');
  const of = (
    engine: (typeof engines)[number],
    pictures: PrintedSet['frames'],
  ): readonly Sought[] => {
    const own = placed.filter(
      (row) =>
        row.engine === engine && pictures.some(({ documentId }) => documentId === row.document_id),
    );
    const [first] = own.map(({ position }) => BigInt(position)).sort((a, b) => (a < b ? -1 : 1));
    if (first === undefined) return [];
    return pictures.map(({ pixelHash, print }) => ({
      isSelfie: engine === selfiePrintEngine,
      pixels: keyedHash(key, 'pixels', pixelHash),
      distance: print === null ? null : framePrintDistance(print),
      before: first,
    }));
  };
  return [
    ...of(framePrintEngine, frames),
    ...of(selfiePrintEngine, selfie === null ? [] : [selfie]),
  ];
}

interface Scan {
  readonly engine: (typeof engines)[number];
  readonly all: readonly Sought[];
  readonly accuse: (row: Accused, isAlike: (sought: Sought) => boolean) => void;
}

/** Of one kind of pictures, from the newest back. */
async function scanPrints(
  { db, keyring }: ReuseDeps,
  session: SessionRow,
  { engine, all, accuse }: Scan,
  signal: AbortSignal,
): Promise<Pick<Replays, 'compared' | 'truncated'>> {
  const key = ownerKey(keyring, session, 'frame-prints');
  const last = all.reduce((latest, one) => (one.before > latest ? one.before : latest), 0n);
  return scanKeptPrints(
    db,
    session,
    { engine, before: String(last), ownToo: true, pageRows, most: comparedPrints },
    (row) => {
      const kept = open(key, sealContext.framePrint(row.document_id), row.print_sealed);
      accuse(row, ({ distance }) => distance !== null && distance(kept) < replayBelow);
    },
    signal,
  );
}
