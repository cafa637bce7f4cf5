import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import { hmacSha256 } from '../crypto/seal';
import type { Database } from '../database/schema';
import { VerifaError } from '../domain/errors/verifa-error';

const windowMs = 15 * 60_000;

/**
 * How often in a quarter of an hour (`10-screens.md` §5). Who changes a password is counted apart from who shows a
 * second factor: a right one begins its count anew, and must not begin the other's.
 */
const limits = { account: 5, address: 20, factor: 5, password: 5 } as const;
export type AttemptKind = keyof typeof limits;

export interface AttemptDeps {
  /** Asked before anybody knows whose account it is. */
  readonly nobodys: Kysely<Database>;
  readonly keyring: Pick<Keyring, 'derive'>;
  readonly clock: () => Date;
}

/**
 * Counts a try before it is judged, so that many at one moment are counted as well. Accounts that there are none
 * of are counted alike.
 *
 * @throws VerifaError rate_limited
 */
export async function takeAttempt(
  { nobodys, keyring, clock }: AttemptDeps,
  kind: AttemptKind,
  whose: string,
): Promise<void> {
  const now = clock();
  const over = new Date(now.getTime() - windowMs);
  const counted = await nobodys
    .insertInto('sign_in_attempts')
    .values({ subject: subjectOf(keyring, kind, whose), since: now, attempts: 1 })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet({
        attempts: sql<number>`CASE WHEN sign_in_attempts.since <= ${over} THEN 1
          ELSE sign_in_attempts.attempts + 1 END`,
        since: sql<Date>`CASE WHEN sign_in_attempts.since <= ${over} THEN excluded.since
          ELSE sign_in_attempts.since END`,
      }),
    )
    .returning(['attempts', 'since'])
    .executeTakeFirstOrThrow();
  if (counted.attempts <= limits[kind]) return;
  const waitMs = counted.since.getTime() + windowMs - now.getTime();
  throw new VerifaError('rate_limited', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}

/** After a right one: an account begins anew, an address has its one back. */
export async function giveBackAttempt(
  { nobodys, keyring }: AttemptDeps,
  kind: AttemptKind,
  whose: string,
): Promise<void> {
  await nobodys
    .updateTable('sign_in_attempts')
    .set((eb) => ({
      attempts: kind === 'address' ? eb('attempts', '-', 1) : eb.val(0),
    }))
    .where('subject', '=', subjectOf(keyring, kind, whose))
    .execute();
}

export async function forgetOldAttempts(db: Kysely<Database>, now: Date): Promise<void> {
  const over = new Date(now.getTime() - windowMs);
  await db.deleteFrom('sign_in_attempts').where('since', '<=', over).execute();
}

/** Neither an e-mail address nor a network stands in the counters. */
function subjectOf(keyring: Pick<Keyring, 'derive'>, kind: AttemptKind, whose: string): string {
  const hidden = hmacSha256(keyring.derive('sign-in-attempts'), whose).toString('base64url');
  return `${kind}/${hidden.slice(0, 22)}`;
}
