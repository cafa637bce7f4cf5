import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { SessionId } from '../../../../shared/domain/ids';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { printDistance, soughtPrint } from './compare-prints';
import { printEngine, type TracedDocument } from './keep-prints';
import { ownersPrints, scanKeptPrints } from './scan-kept-prints';
import { whoseSessions, type OwnFace } from './whose-sessions';

export interface ReuseDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/**
 * In grey levels at the worst place. Two people's dark pictures of one layout came as near as 7.8, copies
 * that were compressed or scaled stayed below 3.2: a false accusation is worse than a copy missed.
 */
export const copyBelow = 5;

export interface Reuse {
  /** Sessions of another person, by number, face or reference. */
  readonly anothers: readonly SessionId[];
  /** Sessions of which that cannot be told: neither number nor face is known of both. */
  readonly unknown: readonly SessionId[];
  readonly compared: number;
  /** There were more prints than are compared. */
  readonly truncated: boolean;
}

const pageRows = 500;
/** The newest so many pictures are compared; the exact bytes are found among all. */
const comparedPrints = 10_000;

/** Earlier sessions that uploaded this picture, the very bytes or a copy: compressed, scaled or trimmed anew. */
export async function findReuse(
  deps: ReuseDeps,
  session: SessionRow,
  traced: TracedDocument,
  ownFace: OwnFace,
  signal: AbortSignal,
): Promise<Reuse> {
  const own = await deps.db
    .selectFrom('document_prints')
    .select(['position', 'content_hash', 'document_hash'])
    .where('session_id', '=', session.id)
    .where('document_id', '=', traced.documentId)
    .where('engine', '=', printEngine)
    .executeTakeFirst();
  // Its session was redacted since.
  if (own === undefined) throw new VerifaError('attempt_stale');
  const same = await ownersPrints(deps.db, session)
    .where('session_id', '!=', session.id)
    .where('position', '<', own.position)
    .where('content_hash', '=', own.content_hash)
    .select('session_id')
    .distinct()
    .execute();
  const scan = await scanPrints(deps, session, { traced, before: own.position }, signal);
  const exact = same.map(({ session_id: id }) => id);
  const ids = [...new Set([...exact, ...scan.alike])];
  const whose = await whoseSessions(deps, session, ids, { document: own.document_hash, ownFace });
  const of = (who: 'another' | 'unknown'): SessionId[] => ids.filter((id) => whose.get(id) === who);
  const { compared, truncated } = scan;
  return { anothers: of('another'), unknown: of('unknown'), compared, truncated };
}

async function scanPrints(
  { db, keyring }: ReuseDeps,
  session: SessionRow,
  from: { readonly traced: TracedDocument; readonly before: string },
  signal: AbortSignal,
): Promise<Pick<Reuse, 'compared' | 'truncated'> & { readonly alike: readonly SessionId[] }> {
  const key = ownerKey(keyring, session, 'document-prints');
  const sought = soughtPrint(from.traced.print);
  const alike = new Set<SessionId>();
  const scan = { engine: printEngine, before: from.before, ownToo: false, pageRows };
  const scanned = await scanKeptPrints(
    db,
    session,
    { ...scan, most: comparedPrints },
    ({ session_id: id, document_id: document, print_sealed: sealed }) => {
      const print = open(key, sealContext.documentPrint(document), sealed);
      if (printDistance(sought, print) < copyBelow) alike.add(id);
    },
    signal,
  );
  return { ...scanned, alike: [...alike] };
}
