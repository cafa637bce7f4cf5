import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { readUpload } from '../documents/read-upload';
import { file } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { parsePart } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep } from './capture-step';
import { requireAsked } from './require-asked';
import { storeUpload, capturedDocument } from './upload-step';

const sideFields = z.object({ side: z.enum(['front', 'back']) });

/** One side of the identity document. */
export function uploadSide(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'documents',
    standings: ['live'],
    consent: 'given',
    summary: 'Upload one side of the identity document',
    answers: { 201: json(capturedDocument) },
    upload: { mediaType: 'multipart/form-data', schema: sideFields.extend({ file }) },
    handler: async (call) => {
      const { bytes, fields } = await readUpload(call.request, ['side']);
      const { side } = parsePart(sideFields, fields);
      const docType = side === 'front' ? 'id_front' : 'id_back';
      await requireAsked(deps, call.open.session, docType, 'side');
      return storeUpload(deps, call, { docType, bytes, acceptsPdf: false });
    },
  });
}
