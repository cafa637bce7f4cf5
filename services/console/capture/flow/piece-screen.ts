import type { PieceScreen } from './screen';

/**
 * The screen on which a piece is provided. Null for a piece that this page does not know: a newer server's,
 * of which it cannot say that it is done.
 */
export function pieceScreen(piece: string): PieceScreen | null {
  if (piece === 'user_info' || piece.startsWith('user_info.')) return { name: 'user_info' };
  switch (piece) {
    case 'document_type':
      return { name: 'document_choice' };
    case 'id_front':
      return { name: 'document', side: 'front' };
    case 'id_back':
      return { name: 'document', side: 'back' };
    case 'selfie':
    case 'liveness':
    case 'proof_of_address':
      return { name: piece };
    default:
      return null;
  }
}
