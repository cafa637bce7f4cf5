import type { Kysely } from 'kysely';
import type { Scope } from '../../../shared/domain/auth/scopes';
import type { ApiKeyRow, Database } from '../../../shared/database/schema';
import { VerifaError, type FieldError } from '../../../shared/domain/errors/verifa-error';
import type { Caller } from '../http/caller';
import { isWithin, parseRange } from '../network/network-range';
import { invalid } from '../http/parse';
import { findKey } from './find-key';

export interface Grant {
  readonly scopes: readonly Scope[];
  readonly ip_allow_list: readonly string[] | null;
  readonly expires_at: Date | null;
}

/**
 * A key grants no more than it has: no other scope, no address of its list's outside, no later end.
 *
 * @throws VerifaError validation_failed naming each field that goes beyond
 */
export function requireWithin(own: Own, grant: Grant): void {
  const problems = problemsOf(own, grant);
  if (problems.length > 0) throw invalid(problems);
}

/**
 * A key changes and ends no key that has more than it has: `keys:write` alone weakens nobody.
 *
 * @throws VerifaError key_beyond_own
 */
export function requireNoStronger(own: Own, touched: Grant): void {
  if (problemsOf(own, touched).length > 0) throw new VerifaError('key_beyond_own');
}

function problemsOf(own: Own, grant: Grant): FieldError[] {
  return [...scopeProblems(own, grant), ...addressProblems(own, grant), ...endProblems(own, grant)];
}

type Own = Pick<ApiKeyRow, 'scopes' | 'ip_allow_list' | 'expires_at'>;

/** What the caller has to give away: a key what it has itself, a user what the role has. */
export async function ownGrant(db: Kysely<Database>, caller: Caller): Promise<Own> {
  if (caller.kind === 'key') return findKey(db, caller, caller.keyId);
  return { scopes: [...caller.scopes], ip_allow_list: null, expires_at: null };
}

function scopeProblems(own: Own, { scopes }: Grant): FieldError[] {
  return scopes.flatMap((scope, index) =>
    own.scopes.includes(scope)
      ? []
      : [beyond(`scopes.${String(index)}`, `${scope} is no scope of the key that grants it`)],
  );
}

function addressProblems(own: Own, { ip_allow_list: list }: Grant): FieldError[] {
  if (own.ip_allow_list === null) return [];
  if (list === null)
    return [beyond('ip_allow_list', 'is wider than that of the key that grants it')];
  const ranges = own.ip_allow_list.map(parseRange);
  return list.flatMap((text, index) => {
    const inner = parseRange(text);
    const isInside =
      inner !== null && ranges.some((range) => range !== null && isWithin(inner, range));
    return isInside
      ? []
      : [beyond(`ip_allow_list.${String(index)}`, 'is wider than that of the key that grants it')];
  });
}

function endProblems(own: Own, { expires_at: end }: Grant): FieldError[] {
  if (own.expires_at === null || (end !== null && end <= own.expires_at)) return [];
  return [beyond('expires_at', 'is later than that of the key that grants it')];
}

function beyond(field: string, message: string): FieldError {
  return { field, code: 'beyond_own_key', message };
}
