import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { readUpload } from '../documents/read-upload';
import { file } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep } from './capture-step';
import { requireAsked } from './require-asked';
import { storeUpload, capturedDocument } from './upload-step';

export function uploadSelfie(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'selfie',
    standings: ['live'],
    consent: 'given',
    summary: 'Upload the selfie',
    answers: { 201: json(capturedDocument) },
    upload: { mediaType: 'multipart/form-data', schema: z.object({ file }) },
    handler: async (call) => {
      await requireAsked(deps, call.open.session, 'selfie', 'file');
      const { bytes } = await readUpload(call.request, []);
      return storeUpload(deps, call, { docType: 'selfie', bytes, acceptsPdf: false });
    },
  });
}
