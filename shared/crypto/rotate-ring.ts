import { randomBytes } from 'node:crypto';
import type { KeyringFile } from './keyring';
import { keyBytes } from './seal';
import { serviceRoot } from './service-root';

/** Where the ring stands between two rotations. */
export type RingState =
  | { readonly is: 'settled' }
  /** A new key is known to whoever read the ring since; no row names it yet. */
  | { readonly is: 'added'; readonly next: string }
  /** The newest key is current; rows may still name the others. */
  | { readonly is: 'switched'; readonly old: readonly string[] };

export function ringState(ring: KeyringFile): RingState {
  if (ring.next !== undefined) return { is: 'added', next: ring.next };
  const old = Object.keys(ring.keys).filter((id) => id !== ring.current);
  return old.length === 0 ? { is: 'settled' } : { is: 'switched', old };
}

/** Step 1: a key beside the others. It is not current, since running processes do not know it. */
export function withNextKey(ring: KeyringFile): KeyringFile {
  const next = newKeyId(ring);
  const key = randomBytes(keyBytes).toString('base64');
  return { ...withService(ring), keys: { ...ring.keys, [next]: key }, next };
}

/** Step 2: who reads the ring from now on wraps under the new key. */
export function withNextCurrent(ring: KeyringFile): KeyringFile {
  const { next, ...rest } = ring;
  return next === undefined ? ring : { ...rest, current: next };
}

/** Step 3: the current key alone, and the root of the derived ones. */
export function withoutOldKeys(ring: KeyringFile): KeyringFile {
  const keys = Object.entries(ring.keys).filter(([id]) => id === ring.current);
  return { ...withService(ring), keys: Object.fromEntries(keys) };
}

function withService(ring: KeyringFile): KeyringFile {
  return { ...ring, service: serviceRoot(ring).toString('base64') };
}

/** Numbers only rise, so that the id of a removed key is not given to another. */
function newKeyId({ keys }: KeyringFile): string {
  const numbers = Object.keys(keys).map((id) => Number(/^mk(\d+)$/.exec(id)?.[1] ?? 0));
  return `mk${String(Math.max(0, ...numbers) + 1)}`;
}
