import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, IdentityRow } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { fireIdentityEvent } from '../../../shared/identities/fire-identity-event';
import { refreshIdentity } from '../../../shared/identities/refresh-identity';
import { metadataSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, idOf } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { auditIdentity } from './audit-identity';
import {
  findIdentity,
  identityParams,
  requireWritable,
} from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';

const mergeAnswer = z
  .strictObject({
    preview: z.boolean(),
    target_id: idOf('identity'),
    source_id: idOf('identity'),
    external_ref: z.string().nullable(),
    /** The source's reference, which leads to the target from now on. */
    also_found_by: z.string().nullable(),
    session_ids: z.array(idOf('session')),
    tags: z.array(z.string()),
    metadata: freeObject,
    /** Of a merge, not of a preview. */
    identity: identityObject.exactOptional(),
  })
  .meta({ id: 'IdentityMerge' });

/** What is kept for a repeat: the rest of the answer is the target's row. */
const mergeEffect = mergeAnswer.pick({ target_id: true, source_id: true, session_ids: true });

const tagLimit = 50;

const mergeBody = z.object({
  /** The identity (id or reference) that goes into this one. */
  source: z.string().min(1).max(255),
  /** True: says what would be, and changes nothing. */
  preview: z.boolean().default(false),
});

/**
 * Merges `source` into the identity of the path: its sessions, tags and metadata move, its reference
 * leads here from then on. Where both have a metadata key, the target's value stays.
 */
export function mergeIdentities(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities/:id/merge',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    body: mergeBody,
    summary: 'Merge another identity into this one, or preview it',
    answers: { 200: json(mergeAnswer) },
    handler: async (call) => {
      const { caller, params, body } = call;
      const at = deps.clock();
      if (body.preview) {
        const [target, source] = await bothOf(deps.db, caller, params.id, body.source);
        const moved = await deps.db
          .selectFrom('sessions')
          .select('id')
          .where('identity_id', '=', source.id)
          .orderBy('id', 'desc')
          .execute();
        return answer(200, { preview: true, ...outcome(target, source, moved) });
      }
      const merged = await call.once(mergeEffect, async (trx) => {
        const [target, source] = await lockBoth(trx, caller, params.id, body.source);
        const moved = await trx
          .updateTable('sessions')
          .set({ identity_id: target.id })
          .where('identity_id', '=', source.id)
          .returning('id')
          .execute();
        const done = outcome(target, source, moved);
        await trx
          .updateTable('identities')
          .set({ tags: [...done.tags], metadata: JSON.stringify(done.metadata), updated_at: at })
          .where('id', '=', target.id)
          .execute();
        await trx
          .updateTable('identities')
          .set({ merged_into: target.id, profile_sealed: null, tags: [], metadata: '{}' })
          .where('id', '=', source.id)
          .execute();
        // Whoever was merged into the source belongs to the target too: the way on stays one step.
        await trx
          .updateTable('identities')
          .set({ merged_into: target.id })
          .where('merged_into', '=', source.id)
          .execute();
        await refreshIdentity(trx, deps.keyring, target.id, at);
        await fireIdentityEvent(trx, target, 'identity.updated', at);
        await auditIdentity(trx, call, target, 'merged', at);
        return { target_id: target.id, source_id: source.id, session_ids: done.session_ids };
      });
      const row = await findIdentity(deps.db, caller, merged.target_id);
      const { also_found_by } = await sourceOf(deps.db, merged.source_id);
      return answer(200, {
        preview: false,
        ...merged,
        external_ref: row.external_ref,
        also_found_by,
        tags: row.tags,
        metadata: row.metadata,
        identity: identityView(row),
      });
    },
  });
}

async function sourceOf(db: ApiDeps['db'], id: IdentityRow['id']) {
  return db
    .selectFrom('identities')
    .select('external_ref as also_found_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function outcome(target: IdentityRow, source: IdentityRow, moved: readonly { id: SessionId }[]) {
  const metadata = { ...source.metadata, ...target.metadata };
  if (!metadataSchema.safeParse(metadata).success) {
    throw invalidField('source', 'too_big', 'has metadata that are larger than 16 KB once merged');
  }
  return {
    target_id: target.id,
    source_id: source.id,
    external_ref: target.external_ref,
    also_found_by: source.external_ref,
    session_ids: moved.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1)),
    tags: [...new Set([...target.tags, ...source.tags])].slice(0, tagLimit),
    metadata,
  };
}

type Both = readonly [target: IdentityRow, source: IdentityRow];

async function bothOf(
  db: ApiDeps['db'],
  caller: Caller,
  targetId: string,
  sourceId: string,
): Promise<Both> {
  const target = await findIdentity(db, caller, targetId);
  const source = await findIdentity(db, caller, sourceId).catch((cause: unknown) => {
    if (cause instanceof VerifaError && cause.code === 'not_found') {
      throw invalidField('source', 'unknown_identity', 'is no identity');
    }
    throw cause;
  });
  if (target.id === source.id)
    throw invalidField('source', 'same_identity', 'is the same identity');
  requireWritable(target);
  requireWritable(source);
  return [target, source];
}

/** Sessions before identities, as everywhere, and identities in the order of their ids. */
async function lockBoth(
  trx: Transaction<Database>,
  caller: Caller,
  targetId: string,
  sourceId: string,
): Promise<Both> {
  const [target, source] = await bothOf(trx, caller, targetId, sourceId);
  await trx
    .selectFrom('sessions')
    .select('id')
    .where('identity_id', 'in', [target.id, source.id])
    .orderBy('id')
    .forUpdate()
    .execute();
  await trx
    .selectFrom('identities')
    .select('id')
    .where('id', 'in', [target.id, source.id])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  // As they are now, under the locks: another merge may have been first.
  return bothOf(trx, caller, target.id, source.id);
}
