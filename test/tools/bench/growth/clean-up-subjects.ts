import { sql } from 'kysely';
import { addUpTotals } from '../../../../activities/session/add-up-totals';
import { forgetOldAnswers, wipeClosedTokens } from '../../../../activities/session/forget';
import type { GrowthDeps, Subject } from './subject';

/** What the sweep cleans up each minute, where nothing is due. */
export function cleanUpSubjects({ db, organizationId }: GrowthDeps): readonly Subject[] {
  const beat = () => undefined;
  return [
    {
      name: 'clean-up of stored answers',
      prepare: async (size) => {
        await sql`INSERT INTO idempotency (organization_id, environment, key_hash, params_hash,
            lease_until, created_at, expires_at)
          SELECT ${organizationId}, 'live', sha256(n::text::bytea), '', now(), now(),
            now() + interval '1 day'
          FROM generate_series(1, ${size}::int) AS n ON CONFLICT DO NOTHING`.execute(db);
        await sql`VACUUM (ANALYZE) idempotency`.execute(db);
      },
      call: () => forgetOldAnswers(db, new Date(), beat),
    },
    { name: 'clean-up of closed links', call: () => wipeClosedTokens(db, new Date()) },
    { name: 'adding up of totals', call: () => addUpTotals(db, beat) },
  ];
}
