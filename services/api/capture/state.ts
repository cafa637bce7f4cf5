import { consentStanding } from '../../../shared/capture/consent-standing';
import { readAskedAgain } from '../../../shared/capture/asked-again';
import { loadCaptured } from '../../../shared/capture/captured-pieces';
import { allowedDocumentTypes } from '../../../shared/capture/requirements';
import { needsBack } from '../../../shared/graph/document-types';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureState } from './capture-state-object';
import { captureStep } from './capture-step';

/** What is asked for, what is done, and how long is left; after submit the status only. */
export function readState(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'GET',
    step: 'state',
    until: 'closed',
    needsConsent: false,
    summary: 'What is asked for, what is done, how long is left',
    answers: { 200: json(captureState) },
    handler: async ({ open: { standing, session, token } }) => {
      if (standing === 'closed') return answer(200, { status: session.status });
      const { asked, required } = await loadCaptured(deps, session);
      const { requirements } = asked;
      const country = session.document_country ?? session.country;
      const leftMs = token.expires_at.getTime() - deps.clock().getTime();
      return answer(200, {
        session_id: session.id,
        status: session.status,
        is_sandbox: session.environment === 'sandbox',
        consent_given: consentStanding(session) === 'given',
        required: required('link'),
        asked_again: await readAskedAgain(deps, session),
        document_types: allowedDocumentTypes(requirements, country).map((type) => ({
          document_type: type,
          needs_back: needsBack(type),
        })),
        document_type: session.document_type,
        document_country: session.document_country,
        user_info: requirements.userInfo,
        redirect_url: session.redirect_url,
        expires_at: token.expires_at,
        seconds_left: Math.max(0, Math.floor(leftMs / 1000)),
      });
    },
  });
}
