import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { completeCapture } from './complete';
import { giveConsent } from './consent';
import { chooseDocumentType } from './document-type';
import { declineLiveness } from './decline-liveness';
import { extendCapture } from './extend';
import { showOwnPicture } from './own-picture';
import { uploadSide } from './documents';
import { cancelHandoff } from './cancel-handoff';
import { followHandoff } from './follow';
import { handOff } from './handoff';
import { challengeLiveness, uploadLiveness } from './liveness';
import { uploadProofOfAddress } from './proof-of-address';
import { chooseOutcome } from './sandbox-outcome';
import { uploadSelfie } from './selfie';
import { readState } from './state';
import { sendSignals } from './signals';
import { saveUserInfo } from './user-info';

/** The steps of `3-capture.md` for whoever holds a link; the token in the path says for which session. */
export function captureRoutes(deps: ApiDeps): readonly Route[] {
  return [
    readState(deps),
    giveConsent(deps),
    chooseDocumentType(deps),
    uploadSide(deps),
    showOwnPicture(deps),
    uploadSelfie(deps),
    challengeLiveness(deps),
    uploadLiveness(deps),
    declineLiveness(deps),
    saveUserInfo(deps),
    uploadProofOfAddress(deps),
    sendSignals(deps),
    handOff(deps),
    cancelHandoff(deps),
    extendCapture(deps),
    followHandoff(deps),
    completeCapture(deps),
    chooseOutcome(deps),
  ];
}
