import type { CheckName } from '../../shared/domain/checks/outcome';
import type { Judge } from './judge/judge';
import { judgeAgeCheck } from './definitions/age';
import { judgeCheckAgainstList } from './definitions/check-against-list';
import { judgeDocumentExpiration } from './definitions/document-expiration';
import { judgeDocumentForensicsCheck } from './definitions/document-forensics';
import { judgeDocumentOcr } from './definitions/document-ocr';
import { judgeDocumentQuality } from './definitions/document-quality';
import { judgeDuplicateDetection } from './definitions/duplicate-detection';
import { judgeFaceMatch } from './definitions/face-match';
import { judgeIdDocumentFilter } from './definitions/id-document-filter';
import { judgeIdentityCrossref } from './definitions/identity-crossref';
import { judgeLivenessCheck } from './definitions/liveness';
import { judgeProofOfAddress } from './definitions/proof-of-address';
import { judgeRiskAssessment } from './definitions/risk-assessment';
import { judgeWatchlistScreening } from './definitions/watchlist-screening';

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
