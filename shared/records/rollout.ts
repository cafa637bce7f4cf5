import { sha256 } from '../crypto/seal';
import type { SessionId } from '../domain/ids';

export interface Rollout {
  readonly current_version: number;
  readonly stable_version: number;
  /** 0–100. */
  readonly rollout_percentage: number;
}

/**
 * The version a session has: a hash of its id decides, so the same session always falls the same way, and
 * who is in at 10 % is still in at 20 %.
 */
export function versionFor(workflow: Rollout, sessionId: SessionId): number {
  return hundredthOf(sessionId) < workflow.rollout_percentage
    ? workflow.current_version
    : workflow.stable_version;
}

/** 0 ≤ … < 100, evenly spread. */
function hundredthOf(sessionId: SessionId): number {
  return (sha256(`rollout/${sessionId}`).readUInt32BE(0) / 2 ** 32) * 100;
}
