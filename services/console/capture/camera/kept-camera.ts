export type CameraUse = 'document' | 'face';

interface Kept {
  readonly use: CameraUse;
  readonly deviceId: string | undefined;
  readonly stream: MediaStream;
}

/** The light beside the camera goes out soon after the last screen that needs it. */
const lingersMs = 4_000;
/** Whoever looks a code up in another app comes back; whoever does not, shall not be filmed. */
const hiddenMs = 30_000;

/**
 * The one running camera. It goes on from one screen to the next, and is stopped only when its
 * successor is asked for: iOS gives a camera that was stopped a moment ago back as a black picture.
 */
export class KeptCamera {
  #kept: Kept | null = null;
  #holders = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The running camera, where it is the one that is wanted; else the one that runs is stopped. */
  take(use: CameraUse, deviceId: string | undefined): MediaStream | null {
    const kept = this.#kept;
    if (kept === null) return null;
    const isWanted = kept.use === use && (deviceId === undefined || kept.deviceId === deviceId);
    if (isWanted && kept.stream.getVideoTracks().some(isLive)) return kept.stream;
    this.stop();
    return null;
  }

  keep(use: CameraUse, deviceId: string | undefined, stream: MediaStream): void {
    this.stop();
    this.#kept = { use, deviceId, stream };
    if (this.#holders === 0) this.#stopLater(lingersMs);
  }

  /** As long as somebody holds it, it runs. */
  hold(): () => void {
    this.#holders += 1;
    clearTimeout(this.#timer);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#stopLater(lingersMs);
    };
  }

  /** A page that nobody looks at keeps no camera for long. */
  hidden(isHidden: boolean): void {
    clearTimeout(this.#timer);
    if (isHidden) this.#stopLater(hiddenMs);
    else if (this.#holders === 0) this.#stopLater(lingersMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    const kept = this.#kept;
    this.#kept = null;
    for (const track of kept?.stream.getTracks() ?? []) {
      track.stop();
      // Browsers tell of every end but this one.
      track.dispatchEvent(new Event('ended'));
    }
  }

  #stopLater(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), ms);
  }
}

function isLive(track: MediaStreamTrack): boolean {
  return track.readyState === 'live';
}
