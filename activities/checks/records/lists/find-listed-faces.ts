import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database } from '../../../../shared/database/schema';
import { packedCosine, packEmbedding, unpackFace } from '../../engines/face/packed-embedding';
import type { ListItemId } from '../../../../shared/domain/ids';
import { ownItems, type ListMatch } from './find-matches';
import { ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import type { FaceEmbedding } from '../../engines/engines';
import { calibratedScore } from '../../engines/face/face-calibration';

const pageRows = 1_000;

export interface ListedFaceQuery {
  readonly face: FaceEmbedding;
  readonly lists: readonly string[] | null;
  /** On the calibrated score. */
  readonly minimumScore: number;
}

export async function hasListedFaces(
  db: Kysely<Database>,
  owner: Owner,
  lists: readonly string[] | null,
): Promise<boolean> {
  const one = await ownItems(db, owner, lists)
    .select('list_items.id')
    .where('list_items.kind', '=', 'face')
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** The owner's listed faces that are like this one. Faces are compared, not looked up: page by page. */
export async function findListedFaces(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  owner: Owner,
  { face, lists, minimumScore }: ListedFaceQuery,
  signal: AbortSignal,
): Promise<readonly ListMatch[]> {
  const key = ownerKey(keyring, owner, 'list-items');
  const wanted = unpackFace(packEmbedding(face.embedding));
  const matches: ListMatch[] = [];
  for (let after: ListItemId = 'lit_'; ;) {
    signal.throwIfAborted();
    const rows = await ownItems(db, owner, lists)
      .select(['lists.id as listId', 'list_items.id as itemId', 'lists.action', 'value_sealed'])
      .where('list_items.kind', '=', 'face')
      .where('list_items.engine', '=', face.engine)
      .where('list_items.id', '>', after)
      .orderBy('list_items.id')
      .limit(pageRows)
      .execute();
    for (const { value_sealed: sealed, ...match } of rows) {
      const listed = unpackFace(open(key, sealContext.listItem(match.itemId), sealed));
      const score = calibratedScore(packedCosine(wanted, listed));
      if (score >= minimumScore) matches.push({ ...match, kind: 'face' });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return matches;
    after = last.itemId;
  }
}
