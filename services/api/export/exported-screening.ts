import { openJson } from '../../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../../shared/crypto/session-key';
import type { SessionRow } from '../../../shared/database/schema';
import {
  screeningEvidenceSchema,
  type ScreeningHit,
} from '../../../shared/domain/watchlists/screening-evidence';
import type { ApiDeps } from '../deps';

export interface ExportedHit extends ScreeningHit {
  readonly attempt: number;
  readonly screened_at: Date;
}

/** Whom the screening of each attempt took the person for; nothing once the data has been hidden. */
export async function exportedScreening(
  { db, keyring }: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
): Promise<readonly ExportedHit[]> {
  const key = keyToRead(keyring, session, 'screening_hits');
  if (key === null) return [];
  const runs = await db
    .selectFrom('check_runs')
    .select(['id', 'attempt', 'started_at', 'evidence_sealed'])
    .where('session_id', '=', session.id)
    .where('check', '=', 'watchlist_screening')
    .orderBy('attempt')
    .execute();
  return runs.flatMap(({ id, attempt, started_at: screenedAt, evidence_sealed: sealed }) =>
    sealed === null
      ? []
      : allHits(openJson(key, sealContext.evidence(id), sealed)).map((hit) => ({
          ...hit,
          attempt,
          screened_at: screenedAt,
        })),
  );
}

/** Hits first, then those that only a date of birth speaks against. */
function allHits(evidence: unknown): readonly ScreeningHit[] {
  const { hits, near_hits: nearHits } = screeningEvidenceSchema.parse(evidence);
  return [...hits, ...nearHits];
}
