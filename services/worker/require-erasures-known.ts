import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { compareWithJournal } from '../../shared/erasure/journal/compare-journal';
import type { ErasureJournal } from '../../shared/erasure/journal/erasure-journal';

/**
 * A worker on a restored copy would check, mail and deliver what was erased since the copy was made. It ends
 * instead, and its supervisor tries again.
 *
 * @throws VerifaError erasures_unapplied
 */
export async function requireErasuresKnown(
  system: Kysely<Database>,
  journal: ErasureJournal,
): Promise<void> {
  const { unknown } = await compareWithJournal(system, journal);
  const [first] = unknown;
  if (first === undefined) return;
  throw new VerifaError('erasures_unapplied', {
    detail:
      `The journal knows erasures that this database does not (the first is ${first}): ` +
      'run `npm run admin -- reapply-erasures` (deploy/BACKUP.md).',
  });
}
