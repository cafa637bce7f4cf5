import { freshUntil } from '../../../shared/auth/console-session';
import { isSeniorRole, needsFreshSignIn } from '../../../shared/domain/auth/roles';
import type { Scope } from '../../../shared/domain/auth/scopes';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Caller } from './caller';

export interface Needed {
  readonly method: string;
  readonly scopes: readonly Scope[];
  /** Of a user; a key's scopes are all that is asked of it. */
  readonly requiresSenior: boolean;
}

/** @throws VerifaError missing_scope, role_required, reauthentication_required; in this order */
export function requireRights(caller: Caller, needed: Needed, now: Date): void {
  requireScopes(caller, needed.scopes);
  if (caller.kind === 'key') return;
  if (needed.requiresSenior && !isSeniorRole(caller.role)) throw new VerifaError('role_required');
  if (!needsFreshSignIn(needed.method, needed.scopes)) return;
  const { reauthenticatedAt } = caller;
  if (freshUntil({ reauthenticated_at: reauthenticatedAt }, now) === null) {
    throw new VerifaError('reauthentication_required');
  }
}

/** @throws VerifaError missing_scope */
export function requireScopes(caller: Caller, scopes: readonly Scope[]): void {
  const missing = scopes.find((scope) => !caller.scopes.includes(scope));
  if (missing !== undefined) throw new VerifaError('missing_scope', { extra: { scope: missing } });
}
