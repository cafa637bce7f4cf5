import type { ApiSettings } from '../../../shared/config/settings';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

export interface BodyBounds {
  /** Of one link, one key, or one address that is neither. */
  readonly bytesPerHolder: number;
  /** Of the whole process. Each byte of a body costs about three while its request is worked on. */
  readonly bytesPerProcess: number;
  /** A body has to bring `leastBytes` in every such window until its end. */
  readonly windowMs: number;
  readonly leastBytes: number;
}

/** Any phone on any network is faster than 1 KB a second. */
const slowestBody = { windowMs: 15_000, leastBytes: 15 * 1024 } as const;
const megabyte = 1024 * 1024;

/** How soon a client that found no room may try again. */
const retryAfterSeconds = 5;

/** Knows what the bodies of all running requests hold in memory, and takes no more than there is room for. */
export interface BodyBudget {
  readonly bounds: BodyBounds;
  open(holder: string): HeldBody;
}

/** What one request's body holds, until its work is done: that the client went away frees nothing by itself. */
export interface HeldBody {
  /** From now on it counts for this key or link. */
  belongsTo(holder: string): void;
  /** @throws VerifaError temporarily_unavailable when there is no room */
  add(bytes: number): void;
  release(): void;
}

export function bodyBoundsOf(
  settings: Pick<ApiSettings, 'BODY_MB_PER_CALLER' | 'BODY_MB_PER_PROCESS'>,
): BodyBounds {
  return {
    bytesPerHolder: settings.BODY_MB_PER_CALLER * megabyte,
    bytesPerProcess: settings.BODY_MB_PER_PROCESS * megabyte,
    ...slowestBody,
  };
}

export function createBodyBudget(bounds: BodyBounds): BodyBudget {
  const holders = new Map<string, number>();
  let inProcess = 0;

  function move(holder: string, bytes: number): void {
    const after = (holders.get(holder) ?? 0) + bytes;
    if (after <= 0) holders.delete(holder);
    else holders.set(holder, after);
    inProcess += bytes;
  }

  return {
    bounds,
    open(first) {
      let holder = first;
      let held = 0;
      return {
        belongsTo(next) {
          move(holder, -held);
          holder = next;
          move(holder, held);
        },
        add(bytes) {
          const ofHolder = (holders.get(holder) ?? 0) + bytes;
          if (ofHolder > bounds.bytesPerHolder || inProcess + bytes > bounds.bytesPerProcess) {
            throw new VerifaError('temporarily_unavailable', {
              detail: 'Too many uploads are under way; try again shortly.',
              retryAfterSeconds,
            });
          }
          held += bytes;
          move(holder, bytes);
        },
        release() {
          move(holder, -held);
          held = 0;
        },
      };
    },
  };
}
