import { z } from 'zod';
import { needsBack } from '../../../shared/graph/document-types';
import type { ApiDeps } from '../deps';
import { readUpload } from '../documents/read-upload';
import { invalidField, parsePart } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep } from './capture-step';
import { storeUpload } from './upload-step';

const sideFields = z.object({ side: z.enum(['front', 'back']) });

/** One side of the identity document. */
export function uploadSide(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'documents',
    until: 'live',
    needsConsent: true,
    handler: async (call) => {
      const { bytes, fields } = await readUpload(call.request, ['side']);
      const { side } = parsePart(sideFields, fields);
      const type = call.open.session.document_type;
      if (side === 'back' && type !== null && !needsBack(type)) {
        throw invalidField('side', 'not_asked', 'is not asked for of this type of document');
      }
      const docType = side === 'front' ? 'id_front' : 'id_back';
      return storeUpload(deps, call, { docType, bytes, acceptsPdf: false });
    },
  });
}
