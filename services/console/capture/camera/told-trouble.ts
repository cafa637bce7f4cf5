import type { ToldOutcome } from '../flow/told-step';
import type { CameraTrouble } from './camera-trouble';

/** The camera's trouble in the words that the server counts by. */
export function toldCameraTrouble(trouble: CameraTrouble): ToldOutcome {
  switch (trouble) {
    case 'denied':
    case 'embedder_forbids':
      return 'camera_denied';
    case 'none':
    case 'no_api':
      return 'camera_missing';
    case 'busy':
    case 'slow':
    case 'stopped':
    case 'failed':
      return 'failed';
  }
}
