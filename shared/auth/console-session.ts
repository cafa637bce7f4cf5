import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { sha256 } from '../crypto/seal';
import type { ConsoleStage } from '../database/console-tables';
import type { Database } from '../database/schema';
import type { UserRole } from '../domain/auth/roles';
import type { Environment } from '../domain/environment';
import { newId, type ConsoleSessionId, type OrganizationId, type UserId } from '../domain/ids';
import type { Plan } from '../domain/limits/plan';

export const idleMs = 30 * 60_000;
export const absoluteMs = 8 * 60 * 60_000;
/** Between the password and the second factor. */
export const unfinishedMs = 10 * 60_000;
/** A second factor counts as shown for so long. */
export const freshMs = 10 * 60_000;
/** `last_seen_at` moves once a minute, not with every request. */
const seenStepMs = 60_000;

const form = /^[A-Za-z0-9_-]{43}$/;

/** A secret of 256 random bits, kept as its SHA-256: of sessions and of set-up links. */
export function newSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: sha256(secret) };
}

/** Null for what cannot be one: it spares the database the question. */
export function hashOfSecret(sent: string): Buffer | null {
  return form.test(sent) ? sha256(sent) : null;
}

/** A sign-in that holds now. */
export interface SignIn {
  readonly id: ConsoleSessionId;
  readonly organization_id: OrganizationId;
  readonly user_id: UserId;
  readonly role: UserRole;
  readonly plan: Plan;
  readonly current_environment: Environment;
  readonly stage: ConsoleStage;
  readonly signed_in_by: 'password' | 'oidc';
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly reauthenticated_at: Date | null;
}

/** The sign-in behind a cookie; undefined when there is none, or none any more. */
export async function findSignIn(
  nobodys: Kysely<Database>,
  secret: string,
  now: Date,
): Promise<SignIn | undefined> {
  const hash = hashOfSecret(secret);
  if (hash === null) return undefined;
  const { rows } = await sql<SignIn>`SELECT * FROM verifa_console_session(${hash})`.execute(
    nobodys,
  );
  const [found] = rows;
  if (found === undefined || found.expires_at <= now || idleEnd(found) <= now) return undefined;
  return found;
}

export function idleEnd({ last_seen_at: seen }: Pick<SignIn, 'last_seen_at'>): Date {
  return new Date(seen.getTime() + idleMs);
}

/** Until when no second factor has to be shown again; null: one has to be shown now. */
export function freshUntil(
  { reauthenticated_at: shown }: Pick<SignIn, 'reauthenticated_at'>,
  now: Date,
): Date | null {
  if (shown === null) return null;
  const until = new Date(shown.getTime() + freshMs);
  return until > now ? until : null;
}

/** Within the user's organisation. */
export async function noteSeen(db: Kysely<Database>, signIn: SignIn, now: Date): Promise<void> {
  if (now.getTime() - signIn.last_seen_at.getTime() < seenStepMs) return;
  await db
    .updateTable('console_sessions')
    .set({ last_seen_at: now })
    .where('id', '=', signIn.id)
    .execute();
}

export interface SignInWish {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly environment: Environment;
  readonly stage: ConsoleStage;
  readonly signedInBy: SignIn['signed_in_by'];
  /** Of the sign-in that it goes on from; default: it begins now. */
  readonly expiresAt?: Date;
  readonly reauthenticatedAt?: Date | null;
}

/** A new sign-in under a secret of its own, which is told now and never again. */
export async function beginSignIn(
  db: Kysely<Database>,
  wish: SignInWish,
  now: Date,
): Promise<{ readonly id: ConsoleSessionId; readonly secret: string; readonly expiresAt: Date }> {
  const { secret, hash } = newSecret();
  const id = newId('consoleSession');
  const lastsMs = wish.stage === 'full' ? absoluteMs : unfinishedMs;
  const expiresAt = wish.expiresAt ?? new Date(now.getTime() + lastsMs);
  await db
    .insertInto('console_sessions')
    .values({
      id,
      token_hash: hash,
      organization_id: wish.organizationId,
      user_id: wish.userId,
      current_environment: wish.environment,
      stage: wish.stage,
      signed_in_by: wish.signedInBy,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      reauthenticated_at: wish.reauthenticatedAt ?? null,
    })
    .execute();
  return { id, secret, expiresAt };
}

/** Ends a user's sign-ins, but for one that is to go on. */
export async function endSignIns(
  db: Kysely<Database>,
  userId: UserId,
  now: Date,
  except?: ConsoleSessionId,
): Promise<void> {
  await db
    .updateTable('console_sessions')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .$if(except !== undefined, (query) =>
      query.where('id', '!=', except ?? newId('consoleSession')),
    )
    .execute();
}

export async function endSignIn(
  db: Kysely<Database>,
  id: ConsoleSessionId,
  now: Date,
): Promise<void> {
  await db
    .updateTable('console_sessions')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
