import type { Transaction } from 'kysely';
import type { ExtractedData } from '../../../../shared/domain/checks/extracted-data';
import { isKnownState } from '../../../../shared/domain/countries/states';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { ActorKind } from '../../../../shared/database/columns';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { newId, type ListId } from '../../../../shared/domain/ids';
import { blockedKinds, type BlockedKind } from '../../../../shared/domain/lists/blocked-kind';
import { fullNames } from '../../../../shared/applicant/full-names';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { subjectOf, type Subject } from '../../../../shared/applicant/subject';
import {
  addFaceItem,
  addItem,
  type ItemOrigin,
  type WrittenItem,
} from '../../../../shared/lists/add-item';

export interface Blocking {
  readonly session: SessionRow;
  /** What was read from the documents of the attempt that was refused. */
  readonly extracted: ExtractedData | null;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  /** Of these only. Default: of all. */
  readonly kinds?: readonly BlockedKind[];
  readonly at: Date;
}

const reviewListName = 'Blocked by review';

/**
 * A reviewer's "never again": document number, e-mail, phone, name with date of birth, and face of the
 * session go to the organisation's list of review. Not the address and the country, which others share.
 * The items outlive the session's redaction, and its erasure record says so.
 *
 * @returns how many items were added; a repeat adds none
 * @throws VerifaError key_destroyed when the session was redacted
 */
export async function blockSubject(
  trx: Transaction<Database>,
  deps: { readonly keyring: Keyring },
  { session, extracted, actor, kinds = blockedKinds, at }: Blocking,
): Promise<number> {
  const subject = subjectOf(deps.keyring, { session, extracted });
  const isAsked = (kind: BlockedKind): boolean => kinds.includes(kind);
  const items = itemsToBlock(subject).filter(({ kind }) => isAsked(kind));
  const face = isAsked('face') ? await newestFace(trx, deps.keyring, session) : null;
  if (items.length === 0 && face === null) return 0;
  const listId = await reviewList(trx, session, at);
  const origin: ItemOrigin = { owner: session, listId, sessionId: session.id, actor, at };
  const added = [];
  for (const item of items) added.push(await addItem(trx, deps.keyring, origin, item));
  if (face !== null) added.push(await addFaceItem(trx, deps.keyring, origin, face));
  return added.filter(({ kind }) => kind === 'added').length;
}

function itemsToBlock(subject: Subject): readonly (WrittenItem & { readonly kind: BlockedKind })[] {
  const { document, dateOfBirth, emails, phones } = subject;
  const number = document === null ? [] : [writtenNumber(document)];
  const born = dateOfBirth === null ? [] : fullNames(subject);
  return [
    ...number.map((value) => ({ kind: 'document_number' as const, value })),
    ...born.map((name) => ({ kind: 'name_dob' as const, value: `${name} ${dateOfBirth ?? ''}` })),
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
  ];
}

/** Alone when its issuer is none that a list knows: as typed, it may be anything. */
function writtenNumber({ number, issuingState }: NonNullable<Subject['document']>): string {
  return issuingState !== null && isKnownState(issuingState) ? `${issuingState}:${number}` : number;
}

/** The face of the last capture that was judged; null when `duplicate_detection` kept none. */
async function newestFace(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
): Promise<{ readonly engine: string; readonly packed: Buffer } | null> {
  const row = await trx
    .selectFrom('face_embeddings')
    .select(['engine', 'capture', 'embedding_sealed'])
    .where('session_id', '=', session.id)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  const key = ownerKey(keyring, session, 'face-embeddings');
  const context = sealContext.faceEmbedding(session.id, row.capture);
  return { engine: row.engine, packed: open(key, context, row.embedding_sealed) };
}

/** Made at the first block; two reviewers at once find the same one. */
async function reviewList(
  trx: Transaction<Database>,
  { organization_id, environment }: SessionRow,
  at: Date,
): Promise<ListId> {
  await trx
    .insertInto('lists')
    .values({
      id: newId('list'),
      organization_id,
      environment,
      name: reviewListName,
      action: 'block',
      origin: 'review',
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const list = await trx
    .selectFrom('lists')
    .select('id')
    .where('organization_id', '=', organization_id)
    .where('environment', '=', environment)
    .where('origin', '=', 'review')
    .executeTakeFirstOrThrow();
  return list.id;
}
