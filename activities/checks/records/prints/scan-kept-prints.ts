import type { Kysely, Selectable } from 'kysely';
import type { Database, SessionRow } from '../../../../shared/database/schema';

/** Prints of one organisation and environment. */
export function ownersPrints(db: Kysely<Database>, session: SessionRow) {
  return db
    .selectFrom('document_prints')
    .where('organization_id', '=', session.organization_id)
    .where('environment', '=', session.environment);
}

const columns = ['position', 'session_id', 'document_id', 'engine', 'print_sealed'] as const;
export type KeptPrint = Pick<Selectable<Database['document_prints']>, (typeof columns)[number]>;

export interface PrintScan {
  readonly engine: string;
  /** Only what was kept before this position. */
  readonly before: string;
  /** Whether the session's own prints are looked at. */
  readonly ownToo: boolean;
  readonly pageRows: number;
  /** So many are looked at, to a whole page. */
  readonly most: number;
}

/** Looks at kept prints from the newest back; the event loop turns between two pages. */
export async function scanKeptPrints(
  db: Kysely<Database>,
  session: SessionRow,
  { engine, ownToo, pageRows, most, ...scan }: PrintScan,
  lookAt: (kept: KeptPrint) => void,
  signal: AbortSignal,
): Promise<{ readonly compared: number; readonly truncated: boolean }> {
  let { before } = scan;
  for (let compared = 0; ;) {
    signal.throwIfAborted();
    const rows = await ownersPrints(db, session)
      .$if(!ownToo, (query) => query.where('session_id', '!=', session.id))
      .where('engine', '=', engine)
      .where('position', '<', before)
      .select(columns)
      .orderBy('position', 'desc')
      .limit(pageRows)
      .execute();
    for (const row of rows) lookAt(row);
    compared += rows.length;
    const last = rows.at(-1);
    const isDone = last === undefined || rows.length < pageRows;
    if (isDone || compared >= most) return { compared, truncated: !isDone };
    before = last.position;
  }
}
