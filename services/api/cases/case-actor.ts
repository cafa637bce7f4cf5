import { z } from 'zod';
import { isSeniorRole, mayReview, type UserRole } from '../../../shared/domain/auth/roles';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId, type ApiKeyId, type UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import type { Caller } from '../http/caller';
import { invalidField } from '../http/parse';
import { findCase } from './find-case';

export interface Reviewer {
  readonly kind: 'reviewer';
  readonly id: UserId;
  readonly role: UserRole;
  /** The key by whose word it is this user; null: the user signed in. */
  readonly assertedBy: ApiKeyId | null;
}

/** Who acts on a case: a user of the organisation, or the API key that named none. */
export type CaseActor = Reviewer | { readonly kind: 'api_key'; readonly id: ApiKeyId };

/** In the body of every call that acts on a case (`2-api-conventions.md`, people). */
export const userIdOf = z.string().meta({ pattern: '^usr_[0-9a-hjkmnp-tv-z]{26}$' });
export const reviewerField = { reviewer_id: userIdOf.optional() };

/**
 * Users act as themselves, whatever their request names; a key may name any reviewer, and vouches for it.
 *
 * @throws VerifaError not_yourself
 */
export async function caseActor(
  { db }: Pick<ApiDeps, 'db'>,
  {
    caller,
    body,
  }: Pick<Call<unknown, unknown, { reviewer_id?: string | undefined }>, 'caller' | 'body'>,
): Promise<CaseActor> {
  const { reviewer_id: id } = body;
  if (caller.kind === 'user') {
    if (id !== undefined && id !== caller.userId) throw new VerifaError('not_yourself');
    return { kind: 'reviewer', id: caller.userId, role: caller.role, assertedBy: null };
  }
  if (id === undefined) return { kind: 'api_key', id: caller.keyId };
  const user = await findReviewer({ db }, caller, id);
  if (user === undefined) throw unknownUser('reviewer_id');
  return { kind: 'reviewer', ...user, assertedBy: caller.keyId };
}

/** The same for a case of the path. Another's case is not there, whoever would act on it. */
export async function actorOnCase(
  deps: Pick<ApiDeps, 'db'>,
  call: Parameters<typeof caseActor>[1] & { readonly params: { readonly id: string } },
): Promise<CaseActor> {
  await findCase(deps.db, call.caller, call.params.id);
  return caseActor(deps, call);
}

/** A user of the caller's organisation who is still one, and may review. */
export async function findReviewer(
  { db }: Pick<ApiDeps, 'db'>,
  caller: Caller,
  id: string,
): Promise<{ readonly id: UserId; readonly role: UserRole } | undefined> {
  if (!isId('user', id)) return undefined;
  const user = await db
    .selectFrom('users')
    .select(['id', 'role'])
    .where('id', '=', id)
    .where('organization_id', '=', caller.organizationId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  return user !== undefined && mayReview(user.role) ? user : undefined;
}

export function unknownUser(field: string) {
  return invalidField(field, 'unknown_user', 'is no reviewer of this organisation');
}

/** May take a case out of another's hands. */
export function isSenior(actor: CaseActor): boolean {
  return actor.kind === 'reviewer' && isSeniorRole(actor.role);
}

/** Signed in, and no senior: what was escalated is left to others. Whom a key names, it answers for. */
export function leavesEscalated(actor: CaseActor): boolean {
  return actor.kind === 'reviewer' && actor.assertedBy === null && !isSenior(actor);
}

/** What the audit says of a reviewer who did not sign in. */
export function assertedBy(actor: CaseActor): { readonly asserted_by?: ApiKeyId } {
  return actor.kind === 'reviewer' && actor.assertedBy !== null
    ? { asserted_by: actor.assertedBy }
    : {};
}
