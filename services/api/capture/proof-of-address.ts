import type { ApiDeps } from '../deps';
import { proofFacts, requireNotInFuture } from '../documents/proof-facts';
import { readUpload } from '../documents/read-upload';
import { file } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { parsePart } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep } from './capture-step';
import { requireAsked } from './require-asked';
import { addTypedData } from '../../../shared/applicant/typed-data';
import { storeUpload, capturedDocument } from './upload-step';

/** A picture or a PDF; what the person says of it is sealed with the rest that they typed. */
export function uploadProofOfAddress(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'proof-of-address',
    standings: ['live'],
    consent: 'given',
    summary: 'Upload a proof of address',
    answers: { 201: json(capturedDocument) },
    upload: { mediaType: 'multipart/form-data', schema: proofFacts.extend({ file }) },
    handler: async (call) => {
      await requireAsked(deps, call.open.session, 'proof_of_address', 'file');
      const upload = await readUpload(call.request, ['poa_document_type', 'poa_document_date']);
      const { poa_document_type: type, poa_document_date: date } = parsePart(
        proofFacts,
        upload.fields,
      );
      requireNotInFuture(date, deps.clock());
      return storeUpload(deps, call, {
        docType: 'proof_of_address',
        bytes: upload.bytes,
        acceptsPdf: true,
        also: (trx, session) =>
          addTypedData(trx, deps.keyring, session, {
            proof_of_address: { document_type: type, document_date: date },
          }),
      });
    },
  });
}
