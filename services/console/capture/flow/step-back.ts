import type { LiveState } from '../server/capture-state';
import { isScreenDone, isSame, pieceScreens } from './choose-screen';
import { screenKey, type Screen } from './screen';

/**
 * What a step back in the browser's history opens. A picture that is taken already is shown in the overview,
 * from where it can be changed; a form opens again; what is over is over.
 */
export function openedByStepBack(state: LiveState, key: string): Screen | null {
  if (key === 'start' || key === 'consent' || key === 'asked_again') {
    return { name: state.askedAgain.length > 0 ? 'asked_again' : 'start' };
  }
  if (key === 'review') return { name: 'review' };
  const screen = pieceScreens(state).find((one) => screenKey(one) === key);
  if (screen === undefined || !isScreenDone(state, screen)) return null;
  const isForm = isSame(screen, { name: 'user_info' }) || screen.name === 'document_choice';
  return isForm ? screen : { name: 'review' };
}
