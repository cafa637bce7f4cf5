import { z } from 'zod';
import type { UserRole } from '../../../shared/database/review-tables';
import { isId, type ApiKeyId, type UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import type { Call, Caller } from '../http/call';
import { invalidField } from '../http/parse';
import { findCase } from './find-case';

/** Who acts on a case: a user of the organisation, or the API key that named none. */
export type CaseActor =
  | { readonly kind: 'reviewer'; readonly id: UserId; readonly role: UserRole }
  | { readonly kind: 'api_key'; readonly id: ApiKeyId };

/** In the body of every call that acts on a case (`2-api-conventions.md`, people). */
export const userIdOf = z.string().meta({ pattern: '^usr_[0-9a-hjkmnp-tv-z]{26}$' });
export const reviewerField = { reviewer_id: userIdOf.optional() };

export async function caseActor(
  { db }: Pick<ApiDeps, 'db'>,
  {
    caller,
    body,
  }: Pick<Call<unknown, unknown, { reviewer_id?: string | undefined }>, 'caller' | 'body'>,
): Promise<CaseActor> {
  const { reviewer_id: id } = body;
  if (id === undefined) return { kind: 'api_key', id: caller.keyId };
  const user = await findUser({ db }, caller, id);
  if (user === undefined) throw unknownUser('reviewer_id');
  return { kind: 'reviewer', ...user };
}

/** The same for a case of the path. Another's case is not there, whoever would act on it. */
export async function actorOnCase(
  deps: Pick<ApiDeps, 'db'>,
  call: Parameters<typeof caseActor>[1] & { readonly params: { readonly id: string } },
): Promise<CaseActor> {
  await findCase(deps.db, call.caller, call.params.id);
  return caseActor(deps, call);
}

/** A user of the caller's organisation who is still one. */
export async function findUser(
  { db }: Pick<ApiDeps, 'db'>,
  caller: Caller,
  id: string,
): Promise<{ readonly id: UserId; readonly role: UserRole } | undefined> {
  if (!isId('user', id)) return undefined;
  return db
    .selectFrom('users')
    .select(['id', 'role'])
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
}

export function unknownUser(field: string) {
  return invalidField(field, 'unknown_user', 'is no user of this organisation');
}

/** May take a case out of another's hands. */
export function isSenior(actor: CaseActor): boolean {
  return actor.kind === 'reviewer' && actor.role !== 'reviewer';
}
