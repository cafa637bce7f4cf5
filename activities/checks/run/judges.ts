import type { CheckName } from '../../../shared/checks/outcome';
import type { Judge } from './judge';
import { judgeAgeCheck } from './judges/age';
import { judgeDocumentExpiration } from './judges/document-expiration';
import { judgeDocumentOcr } from './judges/document-ocr';
import { judgeDocumentQuality } from './judges/document-quality';
import { judgeFaceMatch } from './judges/face-match';
import { judgeIdDocumentFilter } from './judges/id-document-filter';
import { judgeRiskAssessment } from './judges/risk-assessment';

/** Who judges what: one file a check. */
export const judges: Readonly<Partial<Record<CheckName, Judge>>> = {
  document_quality: judgeDocumentQuality,
  document_ocr: judgeDocumentOcr,
  document_expiration: judgeDocumentExpiration,
  id_document_filter: judgeIdDocumentFilter,
  face_match: judgeFaceMatch,
  age: judgeAgeCheck,
  risk_assessment: judgeRiskAssessment,
};
