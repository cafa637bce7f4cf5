import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { callerSettings } from '../caller-settings';
import type { Caller } from '../http/caller';
import { judgedAttempts } from '../workflows/dry-run/choose-sessions';
import { loadRecorded } from '../workflows/dry-run/load-recorded';
import type { RecordedSession } from '../workflows/dry-run/recorded-session';
import type { FoundCase } from './find-case';

/**
 * Opens what the attempt of a case left behind; null when a later attempt was judged since.
 *
 * @throws VerifaError sensitive_data_expired, key_destroyed
 */
export async function recordedAttempt(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'copies'>,
  caller: Caller,
  { row, session }: FoundCase,
): Promise<RecordedSession | null> {
  const attempts = await judgedAttempts(deps, [session]);
  const own = attempts.filter(({ attempt }) => attempt === row.attempt);
  const records = await loadRecorded(deps, own, await callerSettings(deps, caller));
  return records.get(session.id) ?? null;
}

/** @throws VerifaError invalid_state unless it is the attempt that waits for a reviewer */
export async function waitingAttempt(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'copies'>,
  caller: Caller,
  found: FoundCase,
): Promise<RecordedSession> {
  const { session } = found;
  const recorded =
    session.status === 'under_review' ? await recordedAttempt(deps, caller, found) : null;
  if (recorded === null) {
    throw new VerifaError('invalid_state', { extra: { status: session.status } });
  }
  return recorded;
}
