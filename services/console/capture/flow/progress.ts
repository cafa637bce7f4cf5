import type { LiveState } from '../server/capture-state';
import { isSame, pieceScreens } from './choose-screen';
import type { Screen } from './screen';

export interface Progress {
  readonly step: number;
  readonly of: number;
}

/** Where a screen stands among the steps: consent first, the pieces, the look over all of it last. */
export function progressOf(state: LiveState, screen: Screen): Progress | null {
  const steps: readonly Screen[] = [
    { name: 'consent' },
    ...pieceScreens(state),
    { name: 'review' },
  ];
  const index = steps.findIndex((one) => isSame(one, screen));
  return index === -1 ? null : { step: index + 1, of: steps.length };
}
