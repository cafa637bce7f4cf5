import { z } from 'zod';
import { freeObject, idOf } from '../http/answer-values';
import type { Transaction } from 'kysely';
import type { Database, SessionRow, StoredDocType } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { beginCapture } from '../documents/begin-capture';
import { judgeUpload } from '../documents/judge-upload';
import { storeDocument } from '../documents/store-document';
import { answer } from '../http/answer';
import { lockCapture, type StepCall } from './capture-step';

export const capturedDocument = z
  .strictObject({ id: idOf('document'), doc_type: z.string(), hints: freeObject.nullable() })
  .meta({ id: 'CapturedDocument' });

interface UploadStep {
  readonly docType: StoredDocType;
  readonly bytes: Buffer;
  readonly acceptsPdf: boolean;
  readonly also?: (trx: Transaction<Database>, session: SessionRow) => Promise<void>;
}

/** A file of the person's: judged before anything moves, then stored; the answer carries the hints. */
export async function storeUpload(
  deps: ApiDeps,
  call: Pick<StepCall<unknown>, 'open' | 'actor' | 'requestId'>,
  { docType, bytes, acceptsPdf, also }: UploadStep,
) {
  const { open, actor } = call;
  const judged = await judgeUpload(deps, { bytes, docType, acceptsPdf });
  await beginCapture(deps, open.session, call);
  const row = await storeDocument(deps, open.session, {
    docType,
    bytes,
    judged,
    actor,
    lock: (trx) => lockCapture(trx, open),
    ...(also === undefined ? {} : { also }),
  });
  return answer(201, { id: row.id, doc_type: row.doc_type, hints: row.hints });
}
