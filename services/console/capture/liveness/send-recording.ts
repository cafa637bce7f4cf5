import type { CaptureApi } from '../server/capture-api';
import { Refusal } from '../server/refusal';
import { send } from '../upload/send';
import { askChallenge, type AskedChallenge } from './asked-challenge';
import { livenessParts } from './parts';
import type { Recording } from './performing-screen';

interface Sending {
  readonly api: CaptureApi;
  readonly challenge: AskedChallenge;
  readonly recording: Recording;
  readonly onProgress: (share: number) => void;
  readonly onWaiting: (waiting: boolean) => void;
  readonly signal: AbortSignal;
}

/** Of each challenge, one try after the other: whose nonce ran out while sending has a slow connection. */
const framesEachTry = [5, 3, 2] as const;
/** The nonce ran out, or another one was given out meanwhile. */
const outdated: readonly string[] = ['nonce_expired', 'nonce_unknown'];

/**
 * Sends a recording; under a fresh nonce where its own ran out on the way. The draw stays the same until it is
 * answered, so what was performed still fits; only its times do not, and are left out.
 *
 * @throws Refusal
 */
export async function sendRecording(sending: Sending): Promise<void> {
  const { api, recording, challenge } = sending;
  let { nonce } = challenge;
  for (const [tries, framesEach] of framesEachTry.entries()) {
    const isTimed = nonce === challenge.nonce;
    const { coloursFromMs, performed } = recording;
    const parts = livenessParts(performed, { nonce, coloursFromMs, isTimed, framesEach });
    const { onProgress, onWaiting, signal } = sending;
    try {
      await send(api, 'liveness', parts, onProgress, signal, onWaiting);
      return;
    } catch (cause) {
      // It was stored, and only the answer was lost.
      if (cause instanceof Refusal && cause.code === 'nonce_used') return;
      const isOutdated = cause instanceof Refusal && outdated.includes(cause.code);
      if (!isOutdated || tries === framesEachTry.length - 1) throw cause;
      const fresh = await askChallenge(api, challenge.colours !== null, () => performance.now());
      // A reviewer asked anew meanwhile: what was performed answers another question.
      if (fresh.challenges.join() !== challenge.challenges.join()) throw cause;
      ({ nonce } = fresh);
    }
  }
}
