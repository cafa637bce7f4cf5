import type { ColumnType } from 'kysely';
import type { UserRole } from '../domain/auth/roles';
import type { Environment } from '../domain/environment';
import type { ConsoleSessionId, OrganizationId, UserId } from '../domain/ids';
import type { OptionalText, OptionalTime, Time } from './columns';

type OptionalBytes = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;

/** People of an organisation, in both of its environments. */
export interface UsersTable {
  id: UserId;
  organization_id: OrganizationId;
  /** A label for colleagues. */
  name: string;
  role: UserRole;
  created_at: Time;
  deactivated_at: OptionalTime;
  /** Lower case, once in an organisation; null: named by API keys only, and never signs in. */
  email: OptionalText;
  /** `scrypt:<log2 N>:<r>:<p>:<salt>:<hash>`; null until the account is set up. */
  password_hash: OptionalText;
  /** The secret of the second factor, under the service's key. */
  totp_sealed: OptionalBytes;
  /** The time step of the last code that was taken: none is taken twice. Bigint. */
  totp_last_step: ColumnType<string | null, string | null | undefined, string | null>;
  oidc_issuer: OptionalText;
  oidc_subject: OptionalText;
  last_login_at: OptionalTime;
}

/** What is still asked before the console is open; `full`: nothing. */
export const consoleStages = ['totp', 'enrol_totp', 'full'] as const;
export type ConsoleStage = (typeof consoleStages)[number];

/** One sign-in of one browser. */
export interface ConsoleSessionsTable {
  id: ConsoleSessionId;
  /** SHA-256 of the cookie's 256 random bits. */
  token_hash: Buffer;
  organization_id: OrganizationId;
  user_id: UserId;
  /** The environment that is being looked at; people belong to both. */
  current_environment: Environment;
  stage: ConsoleStage;
  signed_in_by: 'password' | 'oidc';
  /** A second factor that is shown and not confirmed yet. */
  pending_totp_sealed: OptionalBytes;
  created_at: Time;
  /** Moves once a minute. */
  last_seen_at: Time;
  /** However busy it is. */
  expires_at: Time;
  /** When a second factor was shown last. */
  reauthenticated_at: OptionalTime;
  revoked_at: OptionalTime;
}

/** One-time links by which a user chooses a password. */
export interface UserSetupLinksTable {
  token_hash: Buffer;
  organization_id: OrganizationId;
  user_id: UserId;
  created_at: Time;
  expires_at: Time;
}

export interface UserRecoveryCodesTable {
  organization_id: OrganizationId;
  user_id: UserId;
  /** Keyed. */
  code_hash: Buffer;
  created_at: Time;
  used_at: OptionalTime;
}

/** Tries to sign in, counted by account and by address for a quarter of an hour. */
export interface SignInAttemptsTable {
  /** A keyed hash. */
  subject: string;
  since: Time;
  attempts: number;
}
