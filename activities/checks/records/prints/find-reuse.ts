import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import type { SessionId } from '../../../../shared/domain/ids';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { printDistance, soughtPrint } from './compare-prints';
import { printEngine, type TracedDocument } from './document-prints';
import type { PlacedPrint } from './place-prints';
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

/**
 * Earlier sessions that uploaded one of these pictures, the very bytes or a copy: compressed, scaled or trimmed
 * anew.
 *
 * @param placed as these pictures are kept
 */
export async function findReuse(
  deps: ReuseDeps,
  session: SessionRow,
  {
    traced,
    placed,
  }: { readonly traced: readonly TracedDocument[]; readonly placed: readonly PlacedPrint[] },
  ownFace: OwnFace,
  signal: AbortSignal,
): Promise<Reuse> {
  const sought = traced.flatMap(({ documentId, print }): Sought[] => {
    const own = placed.find((row) => row.document_id === documentId && row.engine === printEngine);
    if (own === undefined) return [];
    return [{ print: soughtPrint(print), content: own.content_hash, before: BigInt(own.position) }];
  });
  const exact = await sameContent(deps, session, sought);
  const scan = await scanPrints(deps, session, sought, signal);
  const ids = [...new Set([...exact, ...scan.alike])];
  const document = placed.find((row) => row.document_hash !== null)?.document_hash ?? null;
  const whose = await whoseSessions(deps, session, ids, { document, ownFace });
  const of = (who: 'another' | 'unknown'): SessionId[] => ids.filter((id) => whose.get(id) === who);
  const { compared, truncated } = scan;
  return { anothers: of('another'), unknown: of('unknown'), compared, truncated };
}

interface Sought {
  readonly print: ReturnType<typeof soughtPrint>;
  readonly content: Buffer;
  /** Where its own row is: what came later may be a copy of it. */
  readonly before: bigint;
}

async function sameContent(
  { db }: ReuseDeps,
  session: SessionRow,
  sought: readonly Sought[],
): Promise<readonly SessionId[]> {
  const rows = await ownersPrints(db, session)
    .where('session_id', '!=', session.id)
    .where(sql<boolean>`content_hash = ANY(${sought.map(({ content }) => content)})`)
    .select(['session_id', 'content_hash'])
    .select((eb) => eb.fn.min('position').as('position'))
    .groupBy(['session_id', 'content_hash'])
    .execute();
  return rows
    .filter((row) =>
      sought.some(
        ({ content, before }) => content.equals(row.content_hash) && BigInt(row.position) < before,
      ),
    )
    .map(({ session_id: id }) => id);
}

async function scanPrints(
  { db, keyring }: ReuseDeps,
  session: SessionRow,
  sought: readonly Sought[],
  signal: AbortSignal,
): Promise<Pick<Reuse, 'compared' | 'truncated'> & { readonly alike: readonly SessionId[] }> {
  const key = ownerKey(keyring, session, 'document-prints');
  const alike = new Set<SessionId>();
  const last = sought.reduce((latest, { before }) => (before > latest ? before : latest), 0n);
  const scan = { engine: printEngine, before: String(last), ownToo: false, pageRows };
  const scanned = await scanKeptPrints(
    db,
    session,
    { ...scan, most: comparedPrints },
    ({ position, session_id: id, document_id: document, print_sealed: sealed }) => {
      const print = open(key, sealContext.documentPrint(document), sealed);
      const isCopyOf = (one: Sought): boolean =>
        BigInt(position) < one.before && printDistance(one.print, print) < copyBelow;
      if (sought.some(isCopyOf)) alike.add(id);
    },
    signal,
  );
  return { ...scanned, alike: [...alike] };
}
