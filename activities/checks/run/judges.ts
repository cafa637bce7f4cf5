import type { CheckName } from '../../../shared/checks/outcome';
import type { Judge } from './judge';
import { judgeAgeCheck } from './judges/age';
import { judgeCheckAgainstList } from './judges/check-against-list';
import { judgeDocumentExpiration } from './judges/document-expiration';
import { judgeDocumentForensicsCheck } from './judges/document-forensics';
import { judgeDocumentOcr } from './judges/document-ocr';
import { judgeDocumentQuality } from './judges/document-quality';
import { judgeDuplicateDetection } from './judges/duplicate-detection';
import { judgeFaceMatch } from './judges/face-match';
import { judgeIdDocumentFilter } from './judges/id-document-filter';
import { judgeIdentityCrossref } from './judges/identity-crossref';
import { judgeLivenessCheck } from './judges/liveness';
import { judgeProofOfAddress } from './judges/proof-of-address';
import { judgeRiskAssessment } from './judges/risk-assessment';
import { judgeWatchlistScreening } from './judges/watchlist-screening';

/** Who judges what: one file a check. */
export const judges: Readonly<Record<CheckName, Judge>> = {
  document_quality: judgeDocumentQuality,
  document_ocr: judgeDocumentOcr,
  document_expiration: judgeDocumentExpiration,
  id_document_filter: judgeIdDocumentFilter,
  document_forensics: judgeDocumentForensicsCheck,
  face_match: judgeFaceMatch,
  liveness: judgeLivenessCheck,
  age: judgeAgeCheck,
  identity_crossref: judgeIdentityCrossref,
  duplicate_detection: judgeDuplicateDetection,
  watchlist_screening: judgeWatchlistScreening,
  check_against_list: judgeCheckAgainstList,
  proof_of_address_check: judgeProofOfAddress,
  risk_assessment: judgeRiskAssessment,
};
