import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { writeErasuresOf } from '../../../shared/erasure/journal/write-unwritten';
import type { ApiDeps } from '../deps';

const notYet =
  'The data is destroyed, but the record that outlives a restore could not be written yet: repeat the call.';

/**
 * Before an erasure is called done: a restored backup must not bring the person back. The repeat of a call that
 * is refused here, or the sweep, finishes it.
 *
 * @throws VerifaError temporarily_unavailable
 */
export async function requireJournalled(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'journal'>,
  subjects: readonly (string | null)[],
): Promise<void> {
  try {
    await writeErasuresOf(deps, subjects);
  } catch (cause) {
    if (!(cause instanceof VerifaError)) throw cause;
    throw new VerifaError('temporarily_unavailable', { detail: notYet, cause });
  }
}
