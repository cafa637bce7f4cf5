import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { LivenessChallenge } from '../../../shared/domain/checks/liveness-challenge';
import type { ShownColour } from '../../../shared/domain/checks/liveness-colours';
import { sha256 } from '../../../shared/crypto/seal';
import type { LivenessChallengesTable } from '../../../shared/database/liveness-tables';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { drawChallenges, drawColours } from './draw-liveness';

const nonceLifeMs = 2 * 60_000;
const noncesPerCapture = 20;

export interface IssuedChallenge {
  readonly nonce: string;
  readonly challenges: readonly LivenessChallenge[];
  /** Null where the page asked for none. */
  readonly colours: readonly ShownColour[] | null;
  readonly expiresAt: Date;
}

/**
 * What to perform, under a nonce that is good for one set of frames of this capture. The draw is one for as
 * long as it is the same asking: who could draw again, by a new nonce, a resumed session or a set of rubbish,
 * would wait for what their recording happens to show. Call it under the session's row lock.
 *
 * @throws VerifaError too_many_attempts from the twenty-first of a capture on
 */
export async function issueChallenge(
  trx: Transaction<Database>,
  session: SessionRow,
  { withColours, at }: { readonly withColours: boolean; readonly at: Date },
): Promise<IssuedChallenge> {
  const issued = await drawnBefore(trx, session);
  if ((await challengesLeft(trx, session)) === 0) throw new VerifaError('too_many_attempts');
  const nonce = randomBytes(32).toString('base64url');
  const challenges = issued[0]?.challenges ?? drawChallenges();
  const colours = withColours
    ? (issued.find((one) => one.colours !== null)?.colours ?? drawColours())
    : null;
  const expiresAt = new Date(at.getTime() + nonceLifeMs);
  // One that is open at a time: frames are judged by the times since theirs was given out.
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
      colours: colours === null ? null : JSON.stringify(colours),
      issued_at: at,
      expires_at: expiresAt,
    })
    .execute();
  return { nonce, challenges, colours, expiresAt };
}

/** How many nonces this capture may still ask for. */
export async function challengesLeft(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id' | 'capture'>,
): Promise<number> {
  const { issued } = await db
    .selectFrom('liveness_challenges')
    .select((select) => select.fn.countAll<string>().as('issued'))
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .executeTakeFirstOrThrow();
  return Math.max(0, noncesPerCapture - Number(issued));
}

/** What was given out since liveness was asked for: by the workflow, or by a reviewer again. The newest first. */
async function drawnBefore(
  trx: Transaction<Database>,
  session: SessionRow,
): Promise<readonly OpenChallenge[]> {
  const isAgain = session.required_pieces?.includes('liveness') ?? false;
  const since = isAgain ? (session.asked_since ?? session.capture) : 0;
  return trx
    .selectFrom('liveness_challenges')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('capture', '>=', since)
    .orderBy('issued_at', 'desc')
    .execute();
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
