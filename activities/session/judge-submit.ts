import type { Kysely } from 'kysely';
import { missingPieces } from '../../shared/capture/captured-pieces';
import { consentStanding } from '../../shared/capture/consent-standing';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import type { SessionId } from '../../shared/domain/ids';
import type { SubmitVerdict } from './contract';

interface JudgeDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/**
 * An operator's submit obeys what the person's obeys, whose page looks before it sends: an operator can
 * state nobody's consent, and waive no piece.
 */
export async function judgeSubmit(deps: JudgeDeps, sessionId: SessionId): Promise<SubmitVerdict> {
  const session = await deps.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const consent = consentStanding(session);
  if (consent === 'withdrawn') return { refused: 'consent_withdrawn' };
  if (consent === 'missing') return { refused: 'consent_required' };
  const missing = await missingPieces(deps, session, 'link');
  return { refused: missing.length === 0 ? null : 'missing_pieces' };
}
