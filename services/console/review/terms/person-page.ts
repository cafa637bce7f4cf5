/** What the console shares with the person's page, to show beforehand what that will say. */
export {
  askedPieceTexts,
  askedReasonTexts,
  isAskedReason,
  type AskedReason,
} from '../../shared/asked-again';
export { loadTexts } from '../../shared/load-texts';
export { createTranslateBy, directionOf } from '../../shared/translate';
