import type { Kysely } from 'kysely';
import { readTypedData, type TypedData } from '../applicant/typed-data';
import type { Keyring } from '../crypto/keyring';
import type { Database, SessionRow, StoredDocType } from '../database/schema';
import { documentTypes, type DocumentType } from '../domain/documents/document-types';
import type { WorkflowDefinition } from '../domain/graph/definition';
import { onlyChecks } from '../domain/graph/only-checks';
import { checksOf } from '../domain/graph/walk';
import type { DocumentId } from '../domain/ids';
import { keyToWork } from '../crypto/session-key';
import { loadExtracted } from '../attempt/readings';
import { definitionOf } from './requirements';
import { requiredPieces, type AskedOf, type CaptureWay } from '../domain/capture/asked-pieces';
import type { AskablePiece, PieceName } from '../domain/capture/asked-pieces';

interface ReadDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** One thing that has to be provided. */
export interface Piece {
  readonly piece: PieceName;
  readonly done: boolean;
}

export interface CurrentDocument {
  readonly id: DocumentId;
  readonly doc_type: StoredDocType;
  readonly capture: number;
  readonly mime_type: string;
}

/** What a session has, beside what is asked of it. */
export interface Captured {
  readonly definition: WorkflowDefinition;
  readonly asked: AskedOf;
  /** The files that count. */
  readonly current: readonly CurrentDocument[];
  readonly required: (way: CaptureWay) => readonly Piece[];
}

export async function loadCaptured(deps: ReadDeps, session: SessionRow): Promise<Captured> {
  const [definition, documents] = await Promise.all([
    definitionOf(deps.db, session),
    deps.db
      .selectFrom('documents')
      .select(['id', 'doc_type', 'capture', 'mime_type'])
      .where('session_id', '=', session.id)
      .where('superseded_at', 'is', null)
      .where('removed_at', 'is', null)
      .execute(),
  ]);
  const graph = onlyChecks(definition.graph, session.checks);
  const current = documents.filter((row) => countsStill(session, row));
  const asked: AskedOf = {
    requirements: definition.requirements,
    matchesFaces: checksOf(graph).some(({ check }) => check === 'face_match'),
    declaredType: session.document_type,
    readType: await readTypeOf(deps, session, current),
    again: session.required_pieces ?? [],
  };
  const typed = readTypedData(deps.keyring, session);
  return {
    definition,
    asked,
    current,
    required: (way) =>
      requiredPieces(asked, way).map((piece) => ({
        piece,
        done: isDone(session, { asked, current, typed }, piece),
      })),
  };
}

/** What the way still lacks, in the order of the steps; empty: it may be submitted. */
export async function missingPieces(
  deps: ReadDeps,
  session: SessionRow,
  way: CaptureWay,
): Promise<readonly PieceName[]> {
  const { required } = await loadCaptured(deps, session);
  return required(way).flatMap(({ piece, done }) => (done ? [] : [piece]));
}

type Asking = Pick<SessionRow, 'required_pieces' | 'asked_since' | 'capture'>;

/** What a reviewer asked for again has to come in that capture or a later one; else an earlier one's counts. */
export function countsStill(
  session: Asking,
  { doc_type, capture }: Pick<CurrentDocument, 'doc_type' | 'capture'>,
): boolean {
  return isSince(session, doc_type === 'liveness_frame' ? 'liveness' : doc_type, capture);
}

/** Whether the person's last word is that they cannot perform the challenges, since liveness was asked for. */
export function livenessDeclined(session: Asking & Pick<SessionRow, 'liveness_declined'>): boolean {
  const { liveness_declined: capture } = session;
  return capture !== null && isSince(session, 'liveness', capture);
}

function isSince(session: Asking, piece: AskablePiece, capture: number): boolean {
  const isAgain = session.required_pieces?.includes(piece) ?? false;
  return !isAgain || capture >= (session.asked_since ?? session.capture);
}

function isDone(
  session: SessionRow,
  has: {
    readonly asked: AskedOf;
    readonly current: readonly CurrentDocument[];
    readonly typed: TypedData;
  },
  piece: PieceName,
): boolean {
  const { user_info: info } = has.typed;
  if (piece === 'document_type') return has.asked.declaredType !== null;
  if (piece === 'user_info') {
    return Object.values(info?.captures ?? {}).some((one) => isSince(session, 'user_info', one));
  }
  if (isField(piece)) {
    const field = piece.slice('user_info.'.length);
    if (info === undefined || !Object.hasOwn(info.values, field)) return false;
    return isSince(session, 'user_info', info.captures[field] ?? 0);
  }
  if (piece === 'liveness' && livenessDeclined(session)) return true;
  const docType = piece === 'liveness' ? 'liveness_frame' : piece;
  return has.current.some((row) => row.doc_type === docType);
}

function isField(piece: PieceName): piece is `user_info.${string}` {
  return piece.startsWith('user_info.');
}

/**
 * As the newest attempt that saw the present front read it. A sandbox's reading is of nobody's document, and
 * a front that was replaced says nothing any more.
 */
async function readTypeOf(
  { db, keyring }: ReadDeps,
  session: SessionRow,
  current: readonly CurrentDocument[],
): Promise<DocumentType | null> {
  const front = current.find(({ doc_type }) => doc_type === 'id_front');
  if (front === undefined || session.attempt === 0 || session.environment === 'sandbox')
    return null;
  const row = await db
    .selectFrom('attempts')
    .select(['attempt', 'document_ids'])
    .where('session_id', '=', session.id)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row?.document_ids.includes(front.id) !== true) return null;
  const ref = { sessionId: session.id, attempt: row.attempt };
  const extracted = await loadExtracted(db, keyToWork(keyring, session), ref);
  return documentTypes.find((type) => type === extracted?.['document_type']) ?? null;
}
