import type { AskablePiece } from '../../../shared/domain/capture/asked-pieces';

/** How the person's page names a piece that is asked for again, by the keys of its texts. */
export const askedPieceTexts = {
  document_type: 'piece.document_choice_done',
  id_front: 'piece.document_front',
  id_back: 'piece.document_back',
  selfie: 'piece.selfie_done',
  liveness: 'piece.liveness_done',
  user_info: 'piece.user_info_done',
  proof_of_address: 'piece.proof_of_address_done',
} as const satisfies Readonly<Record<AskablePiece, string>>;

/**
 * Reasons that the page tells in the person's own language; a reviewer need write nothing. Others of an
 * organisation's own are codes for its records, and only their message is shown.
 */
export const askedReasonTexts = {
  blurred: 'camera.advice.blur',
  glare: 'camera.advice.glare',
  too_dark: 'camera.advice.too_dark',
  too_small: 'camera.advice.too_small',
  cut_off: 'asked.reason.cut_off',
  covered: 'asked.reason.covered',
  expired: 'asked.reason.expired',
  wrong_document: 'asked.reason.wrong_document',
} as const;
export type AskedReason = keyof typeof askedReasonTexts;

export function isAskedReason(code: string | null): code is AskedReason {
  return code !== null && Object.hasOwn(askedReasonTexts, code);
}
