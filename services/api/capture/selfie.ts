import type { ApiDeps } from '../deps';
import { readUpload } from '../documents/read-upload';
import { invalidField } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep } from './capture-step';
import { requirementsOf } from './requirements';
import { storeUpload } from './upload-step';

export function uploadSelfie(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'selfie',
    until: 'live',
    needsConsent: true,
    handler: async (call) => {
      const { selfie } = await requirementsOf(deps.db, call.open.session);
      if (!selfie) throw invalidField('file', 'not_asked', 'is not asked for by this workflow');
      const { bytes } = await readUpload(call.request, []);
      return storeUpload(deps, call, { docType: 'selfie', bytes, acceptsPdf: false });
    },
  });
}
