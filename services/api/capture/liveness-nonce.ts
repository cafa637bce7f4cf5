import { randomBytes, randomInt } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/checks/liveness-challenge';
import { sha256 } from '../../../shared/crypto/seal';
import type { LivenessChallengesTable } from '../../../shared/database/liveness-tables';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';

const nonceLifeMs = 2 * 60_000;
const noncesPerCapture = 5;

export interface IssuedChallenge {
  readonly nonce: string;
  readonly challenges: readonly LivenessChallenge[];
  readonly expiresAt: Date;
}

/**
 * What to perform, drawn at random, good for one set of frames of this capture. Call it under the
 * session's row lock.
 *
 * @throws VerifaError too_many_attempts from the sixth of a capture on
 */
export async function issueChallenge(
  trx: Transaction<Database>,
  session: SessionRow,
  at: Date,
): Promise<IssuedChallenge> {
  const { issued } = await trx
    .selectFrom('liveness_challenges')
    .select((eb) => eb.fn.countAll<string>().as('issued'))
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .executeTakeFirstOrThrow();
  if (Number(issued) >= noncesPerCapture) throw new VerifaError('too_many_attempts');
  const nonce = randomBytes(32).toString('base64url');
  const challenges = drawChallenges();
  const expiresAt = new Date(at.getTime() + nonceLifeMs);
  // Else five could be collected, to answer the one that a recording happens to show.
  await trx
    .updateTable('liveness_challenges')
    .set({ expires_at: at })
    .where('session_id', '=', session.id)
    .where('answered_at', 'is', null)
    .where('expires_at', '>', at)
    .execute();
  await trx
    .insertInto('liveness_challenges')
    .values({
      nonce_hash: sha256(nonce),
      session_id: session.id,
      capture: session.capture,
      challenges,
      issued_at: at,
      expires_at: expiresAt,
    })
    .execute();
  return { nonce, challenges, expiresAt };
}

/** Different ones, each order as likely as any other (the beginning of a Fisher–Yates shuffle). */
export function drawChallenges(): LivenessChallenge[] {
  const left: LivenessChallenge[] = [...livenessChallenges];
  return Array.from({ length: challengesPerCapture }).flatMap(() =>
    left.splice(randomInt(left.length), 1),
  );
}

type OpenChallenge = Selectable<LivenessChallengesTable>;

/**
 * The challenge that a nonce stands for, if it may still be answered. A nonce of another session or of an
 * earlier capture is as unknown as a made-up one.
 *
 * @throws VerifaError nonce_unknown, nonce_used, nonce_expired
 */
export async function openChallenge(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id' | 'capture'>,
  nonce: string,
  now: Date,
): Promise<OpenChallenge> {
  const row = await db
    .selectFrom('liveness_challenges')
    .selectAll()
    .where('nonce_hash', '=', sha256(nonce))
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .executeTakeFirst();
  if (row === undefined) throw new VerifaError('nonce_unknown');
  if (row.answered_at !== null) throw new VerifaError('nonce_used');
  if (row.expires_at <= now) throw new VerifaError('nonce_expired');
  return row;
}
