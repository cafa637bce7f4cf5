import { sql, type Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { SessionId } from '../../../../shared/domain/ids';
import type { DuplicateKind } from '../../../../shared/domain/checks/duplicate-kind';
import type { FaceEmbedding } from '../../engines/engines';
import type { KeptAttribute } from './keep-attributes';
import { otherPeoples, sameIdentity } from './same-identity';
import { scanFaces, type ScanDeps } from './scan-faces';
import type { FaceScan } from './face-query';

/** Enough for a reviewer to look at. */
const namedSessions = 20;

export interface Duplicate {
  readonly kind: DuplicateKind;
  /** The newest first. */
  readonly sessionIds: readonly SessionId[];
}

export interface FaceDuplicates extends Pick<FaceScan, 'compared'> {
  readonly duplicate: Duplicate | null;
  readonly bestScore: number | null;
}

/** Earlier sessions of other people with one of these attributes. */
export async function findDuplicates(
  db: Kysely<Database>,
  session: SessionRow,
  kept: readonly KeptAttribute[],
): Promise<readonly Duplicate[]> {
  const found = new Map<DuplicateKind, SessionId[]>();
  const identity = await sameIdentity(db, session);
  for (const { kind, hash } of kept) {
    const rows = await otherPeoples(db, session, identity)
      .innerJoin('session_attributes as theirs', 'theirs.session_id', 'sessions.id')
      .innerJoin('session_attributes as own', (join) =>
        join
          .on('own.session_id', '=', session.id)
          .onRef('own.kind', '=', 'theirs.kind')
          .onRef('own.value_hash', '=', 'theirs.value_hash')
          .onRef('theirs.position', '<', 'own.position'),
      )
      .where('theirs.organization_id', '=', session.organization_id)
      .where('theirs.environment', '=', session.environment)
      .where('theirs.kind', '=', kind)
      .where('theirs.value_hash', '=', hash)
      .select('sessions.id')
      .orderBy('theirs.position', 'desc')
      .limit(namedSessions)
      .execute();
    const ids = [...(found.get(kind) ?? []), ...rows.map(({ id }) => id)];
    if (ids.length > 0) found.set(kind, [...new Set(ids)]);
  }
  return [...found].map(([kind, sessionIds]) => ({ kind, sessionIds }));
}

/** Earlier sessions of other people with this face. */
export async function findFaceDuplicates(
  deps: ScanDeps,
  session: SessionRow,
  face: FaceEmbedding,
  minimumScore: number,
  signal: AbortSignal,
): Promise<FaceDuplicates> {
  const own = await deps.db
    .selectFrom('face_embeddings')
    .select('position')
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .where('engine', '=', face.engine)
    .executeTakeFirst();
  // Its session was redacted since.
  if (own === undefined) throw new VerifaError('attempt_stale');
  const query = { face, before: own.position, minimumScore };
  const { hits, compared } = await scanFaces(deps, session, query, signal);
  const ids = [...new Set(hits.map(({ sessionId }) => sessionId))];
  const others = new Set(await withoutSamePerson(deps.db, session, ids));
  const counted = hits.filter(({ sessionId }) => others.has(sessionId));
  const [best] = counted.map(({ score }) => score).sort((a, b) => b - a);
  const sessionIds = ids.filter((id) => others.has(id)).slice(0, namedSessions);
  return {
    duplicate: sessionIds.length === 0 ? null : { kind: 'face', sessionIds },
    bestScore: best ?? null,
    compared,
  };
}

async function withoutSamePerson(
  db: Kysely<Database>,
  session: SessionRow,
  ids: readonly SessionId[],
): Promise<readonly SessionId[]> {
  if (ids.length === 0) return [];
  const identity = await sameIdentity(db, session);
  const rows = await otherPeoples(db, session, identity)
    .where(sql<boolean>`sessions.id = ANY(${ids})`)
    .select('sessions.id')
    .execute();
  return rows.map(({ id }) => id);
}
