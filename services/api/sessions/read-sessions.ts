import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import type { CaptureTokenRow, SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import type { CaseRow } from '../cases/case-view';
import type { Caller } from '../http/caller';
import { openLink } from './capture-link';
import { sessionView, type SessionObject } from './session-view';

type ReadDeps = Pick<ApiDeps, 'db' | 'keyring' | 'settings'>;

/** The session objects of these rows, in their order: two more queries however many there are. */
export async function readSessions(
  deps: ReadDeps,
  caller: Caller,
  rows: readonly SessionRow[],
): Promise<readonly SessionObject[]> {
  const [tokens, cases] = await Promise.all([newestTokens(deps, rows), newestCases(deps, rows)]);
  const maySeeLinks = caller.scopes.includes('sessions:write');
  return rows.map((row) => {
    const token = tokens.get(row.id);
    const isOpen = takesCapture(row.status);
    return sessionView(row, {
      link: token !== undefined && isOpen && maySeeLinks ? openLink(deps, row, token) : null,
      tokenExpiresAt: token?.expires_at ?? null,
      case: cases.get(row.id) ?? null,
    });
  });
}

export async function readSession(
  deps: ReadDeps,
  caller: Caller,
  row: SessionRow,
): Promise<SessionObject> {
  const [session] = await readSessions(deps, caller, [row]);
  if (session === undefined) throw new Error('one row makes one session object');
  return session;
}

async function newestTokens(
  { db }: ReadDeps,
  rows: readonly SessionRow[],
): Promise<ReadonlyMap<string, CaptureTokenRow>> {
  if (rows.length === 0) return new Map();
  const tokens = await db
    .selectFrom('capture_tokens')
    .selectAll()
    .distinctOn('session_id')
    .where(
      'session_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('session_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(tokens.map((token) => [token.session_id, token]));
}

async function newestCases(
  { db }: ReadDeps,
  rows: readonly SessionRow[],
): Promise<ReadonlyMap<string, Pick<CaseRow, 'id' | 'status'>>> {
  if (rows.length === 0) return new Map();
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'session_id', 'status'])
    .distinctOn('session_id')
    .where(
      'session_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('session_id')
    .orderBy('opened_sequence', 'desc')
    .execute();
  return new Map(cases.map((opened) => [opened.session_id, opened]));
}
