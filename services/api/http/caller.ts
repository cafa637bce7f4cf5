import type { Scope } from '../../../shared/domain/auth/scopes';
import type { UserRole } from '../../../shared/domain/auth/roles';
import type { ApiKeyId, ConsoleSessionId, UserId } from '../../../shared/domain/ids';
import type { Plan } from '../../../shared/domain/limits/plan';
import type { Tenant } from '../../../shared/domain/tenant';
import type { Actor } from '../../../shared/temporal/session-messages';

interface Known extends Tenant {
  readonly scopes: readonly Scope[];
  /** What its organisation may ask a minute. */
  readonly plan: Plan;
  /** Of a key; null: the current one. */
  readonly pinnedVersion: string | null;
}

export interface KeyCaller extends Known {
  readonly kind: 'key';
  readonly keyId: ApiKeyId;
}

/** A person who signed in to the console. */
export interface UserCaller extends Known {
  readonly kind: 'user';
  readonly userId: UserId;
  readonly role: UserRole;
  readonly consoleSessionId: ConsoleSessionId;
  /** Null: no second factor was shown in this session. */
  readonly reauthenticatedAt: Date | null;
}

/** Who asks. Every query carries the organisation and the environment. */
export type Caller = KeyCaller | UserCaller;

/** What limits, budgets and records name the caller by. */
export function callerId(caller: Caller): ApiKeyId | UserId {
  return caller.kind === 'key' ? caller.keyId : caller.userId;
}

/** Users act as reviewers, in whatever they do. */
export function actorOf(caller: Caller): Actor & { readonly id: ApiKeyId | UserId } {
  return caller.kind === 'key'
    ? { kind: 'api_key', id: caller.keyId }
    : { kind: 'reviewer', id: caller.userId };
}
