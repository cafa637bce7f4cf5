import { createKeyring, type KeyringFile } from '../../../shared/crypto/keyring';
import {
  ringState,
  withNextCurrent,
  withNextKey,
  withoutOldKeys,
} from '../../../shared/crypto/rotate-ring';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { RingPlace } from './ring-place';
import { rewrapDataKeys, type RewrapDeps } from './rewrap-data-keys';
import { retireMasterKeys, stillNamed } from './retire-master-keys';

export const rotationSteps = ['add', 'rewrap', 'remove'] as const;
export type RotationStep = (typeof rotationSteps)[number];

export interface Rotation extends Omit<RewrapDeps, 'keyring'> {
  readonly place: RingPlace;
  readonly ring: KeyringFile;
  /** Rows that name a key other than the ring's current one. */
  readonly rowsUnderOldKeys: number;
}

/** What the operator is told: what was done, where it stands, and what to do next. */
export interface RotationTold {
  readonly done: string;
  readonly current: string;
  readonly next: string;
}

const toRewrap =
  'Back the keyring up, restart every api and worker so that they know both keys, then run --step rewrap.';
const toRemove =
  'Restart every api and worker, so that none wraps under an old key, then run --step remove.';
const toFinish =
  'Restart every api and worker. Keep the removed key with the backups that need it.';

/** What can be done without a restart in between; else what the operator has to do first. */
export async function continueRotation(rotation: Rotation): Promise<RotationTold> {
  const state = ringState(rotation.ring);
  switch (state.is) {
    case 'settled':
      return addKey(rotation);
    case 'added':
      return told(rotation.ring, `nothing: ${state.next} was added before`, toRewrap);
    case 'switched':
      if (rotation.rowsUnderOldKeys > 0) return rewrap(rotation);
      return told(rotation.ring, 'nothing: no row names an old key', toRemove);
  }
}

export async function takeStep(rotation: Rotation, step: RotationStep): Promise<RotationTold> {
  switch (step) {
    case 'add':
      return addKey(rotation);
    case 'rewrap':
      return rewrap(rotation);
    case 'remove':
      return removeOldKeys(rotation);
  }
}

async function addKey({ place, ring, rowsUnderOldKeys }: Rotation): Promise<RotationTold> {
  const state = ringState(ring);
  if (state.is === 'added') return told(ring, `nothing: ${state.next} was added before`, toRewrap);
  // A third key would only be one more to get rid of.
  if (rowsUnderOldKeys > 0) throw stillNamed();
  const added = withNextKey(ring);
  await place.keep(added);
  return told(added, `added ${added.next ?? ''}`, installed(place, toRewrap));
}

/**
 * First the file, then the rows: a process that starts from here on wraps under the new key, and a run
 * that is killed finds in the file that it has begun.
 */
async function rewrap(rotation: Rotation): Promise<RotationTold> {
  const state = ringState(rotation.ring);
  if (state.is === 'settled') throw refused('no key was added; run --step add first');
  const ring = withNextCurrent(rotation.ring);
  if (state.is === 'added') {
    await rotation.place.keep(ring);
    // A process that starts from here on would still wrap under the old key: not a row before it is installed.
    if (rotation.place.kind === 'handed_out') {
      const next = installed(
        rotation.place,
        'restart every api and worker, and run --step rewrap again.',
      );
      return told(
        ring,
        `made ${ring.current} current in the new ring; no row is rewrapped yet`,
        next,
      );
    }
  }
  const rows = await rewrapDataKeys({ ...rotation, keyring: createKeyring(ring) });
  return told(ring, `rewrapped ${String(rows)} data keys under ${ring.current}`, toRemove);
}

/** First the database, then the file: a row under a removed key could never be read again. */
async function removeOldKeys({
  db,
  place,
  ring,
  rowsUnderOldKeys,
}: Rotation): Promise<RotationTold> {
  const state = ringState(ring);
  if (state.is === 'settled') return told(ring, 'nothing: there is no old key', toFinish);
  if (state.is === 'added')
    throw refused(`${state.next} is not in use yet; run --step rewrap first`);
  if (rowsUnderOldKeys > 0) throw stillNamed();
  await retireMasterKeys(db, state.old);
  const left = withoutOldKeys(ring);
  await place.keep(left);
  return told(left, `removed ${state.old.join(', ')}`, installed(place, toFinish));
}

function installed({ kind }: RingPlace, next: string): string {
  return kind === 'handed_out' ? `Put the new ring where every process reads it. ${next}` : next;
}

function told({ current }: KeyringFile, done: string, next: string): RotationTold {
  return { done, current, next };
}

function refused(detail: string): VerifaError {
  return new VerifaError('config_invalid', { detail: `--step: ${detail}` });
}
