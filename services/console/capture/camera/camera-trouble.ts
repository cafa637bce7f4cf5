/** Why there is no picture from a camera; each has another way on. */
export type CameraTrouble =
  /** The person, or the device's settings, said no. */
  | 'denied'
  /** There is none. */
  | 'none'
  /** Another app has it. */
  | 'busy'
  /** Nothing came yet: a prompt that nobody sees, a driver that hangs. It may still come. */
  | 'slow'
  /** The page that this one is embedded in does not pass the right on. */
  | 'embedder_forbids'
  /** An app's built-in browser, mostly: it has no camera for pages at all. */
  | 'no_api'
  /** It was running and was taken away: a call, another app, a long time in the background. */
  | 'stopped'
  | 'failed';

/** What the page can know of where it runs. */
export interface Surroundings {
  readonly hasApi: boolean;
  /** Framed, and the embedding page's policy leaves the camera out. */
  readonly isForbidden: boolean;
}

/** Trouble that is certain before anything was asked for. */
export function troubleBefore({ hasApi, isForbidden }: Surroundings): CameraTrouble | null {
  if (isForbidden) return 'embedder_forbids';
  return hasApi ? null : 'no_api';
}

/** What a refused `getUserMedia` means (W3C Media Capture §10.2.1); older names of Safari and Chrome as well. */
export function troubleOfError(name: string): CameraTrouble {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** Whether asking once more can help without anything changed elsewhere. */
export function mayAskAgain(trouble: CameraTrouble): boolean {
  return trouble !== 'embedder_forbids' && trouble !== 'no_api';
}
