import type { DataRequirements } from '../graph/definition';
import { needsBack, type DocumentType } from '../documents/document-types';

/** What a reviewer may ask for again, in the order in which the person provides it. */
export const askablePieces = [
  'document_type',
  'id_front',
  'id_back',
  'selfie',
  'liveness',
  'user_info',
  'proof_of_address',
] as const;
export type AskablePiece = (typeof askablePieces)[number];

/** `user_info.<field>` for a field that is typed in; `user_info` for any one of them. */
export type PieceName = AskablePiece | `user_info.${string}`;

/** Over the person's link, or over the API, where the integrator provides. */
export type CaptureWay = 'link' | 'api';

/** Everything that decides what is asked of a session. */
export interface AskedOf {
  readonly requirements: DataRequirements;
  /** A check of the session compares faces. */
  readonly matchesFaces: boolean;
  /** As the person or the integrator declared it. */
  readonly declaredType: DocumentType | null;
  /** As an earlier attempt read the front that still counts; null when none did. */
  readonly readType: DocumentType | null;
  /** What a reviewer asked for again. */
  readonly again: readonly string[];
}

/**
 * The one answer to what a session still needs: what `state` names, what `complete` and the API's submit
 * refuse without. Over the link everything that the workflow collects; over the API the documents and the
 * selfie only (`3-capture.md`). What a reviewer asked for again is needed either way; but liveness, which is
 * performed over a link alone: submitted without it, its check is skipped and decides by that route.
 */
export function requiredPieces(asked: AskedOf, way: CaptureWay): readonly PieceName[] {
  return askablePieces.flatMap((piece): readonly PieceName[] => {
    if (piece === 'user_info') return requiredFields(asked, way);
    if (piece === 'liveness' && way === 'api') return [];
    const isNeeded = collects(asked, piece, way) || isAskedAgain(asked, piece);
    return isNeeded ? [piece] : [];
  });
}

/** Whether the person may provide a piece: whatever is required, and what is merely welcome. */
export function isAsked(asked: AskedOf, piece: AskablePiece): boolean {
  if (piece === 'user_info') return asked.requirements.userInfo.length > 0;
  if (requiredPieces(asked, 'link').includes(piece)) return true;
  // Of a document whose type nobody has said yet, the back is welcome.
  return piece === 'id_back' && asksDocument(asked) && asked.declaredType === null;
}

/** Asked again, as far as the workflow has something to ask: a later version may ask less. */
function isAskedAgain(asked: AskedOf, piece: AskablePiece): boolean {
  return asked.again.includes(piece) && isAskable(asked.requirements, piece);
}

/** Whether asking for a piece again would ask for anything. */
export function isAskable(requirements: DataRequirements, piece: AskablePiece): boolean {
  switch (piece) {
    case 'user_info':
      return requirements.userInfo.length > 0;
    case 'document_type':
      return requirements.documentTypes.length > 0;
    default:
      return true;
  }
}

function collects(asked: AskedOf, piece: AskablePiece, way: CaptureWay): boolean {
  const { requirements, matchesFaces } = asked;
  switch (piece) {
    case 'document_type':
      return way === 'link' && asksDocument(asked);
    case 'id_front':
      return way === 'api' || asksDocument(asked);
    case 'id_back':
      return (way === 'api' || asksDocument(asked)) && hasBack(asked);
    case 'selfie':
      return way === 'link' ? requirements.selfie : matchesFaces;
    case 'liveness':
      return requirements.liveness === true;
    case 'user_info':
      return way === 'link';
    case 'proof_of_address':
      return way === 'link' && requirements.proofOfAddress;
  }
}

/** All that a reviewer asks for again, were it optional before: something new has to be typed. */
function requiredFields(asked: AskedOf, way: CaptureWay): readonly PieceName[] {
  const again = isAskedAgain(asked, 'user_info');
  if (!collects(asked, 'user_info', way) && !again) return [];
  const required = asked.requirements.userInfo.filter((one) => one.required);
  if (required.length === 0) return again ? ['user_info'] : [];
  return required.map(({ field }): PieceName => `user_info.${field}`);
}

function asksDocument({ requirements }: AskedOf): boolean {
  return requirements.documentTypes.length > 0;
}

/** Declared or read as a kind that has something on its back. */
function hasBack({ declaredType, readType }: AskedOf): boolean {
  return [declaredType, readType].some((type) => type !== null && needsBack(type));
}
