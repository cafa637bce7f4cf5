import type { IconName } from './icons';
import type { TextKey } from '../texts';
import type { PieceScreen, Screen } from '../flow/screen';

interface PieceName {
  /** What the person is going to do. */
  readonly ahead: TextKey;
  /** What it is once it is there. */
  readonly done: TextKey;
  readonly icon: IconName;
}

export function pieceName(screen: PieceScreen): PieceName {
  switch (screen.name) {
    case 'document_choice':
      return {
        ahead: 'piece.document_choice',
        done: 'piece.document_choice_done',
        icon: 'document',
      };
    case 'document':
      return { ahead: 'piece.document', done: `piece.document_${screen.side}`, icon: 'document' };
    case 'selfie':
      return { ahead: 'piece.selfie', done: 'piece.selfie_done', icon: 'face' };
    case 'liveness':
      return { ahead: 'piece.liveness', done: 'piece.liveness_done', icon: 'move' };
    case 'user_info':
      return { ahead: 'piece.user_info', done: 'piece.user_info_done', icon: 'pencil' };
    case 'proof_of_address':
      return {
        ahead: 'piece.proof_of_address',
        done: 'piece.proof_of_address_done',
        icon: 'home',
      };
  }
}

/** What lies ahead, in one line each: choosing a document and its sides are one matter to a person. */
export function matters(screens: readonly PieceScreen[]): readonly PieceScreen[] {
  return screens.filter((screen: Screen) => {
    if (screen.name === 'document_choice') return !screens.some(({ name }) => name === 'document');
    return !(screen.name === 'document' && screen.side === 'back' && hasFront(screens));
  });
}

function hasFront(screens: readonly Screen[]): boolean {
  return screens.some((screen) => screen.name === 'document' && screen.side === 'front');
}
