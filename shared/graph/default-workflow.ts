import type { CheckName } from '../checks/outcome';
import type { PolicyNode, WorkflowDefinition } from './definition';

function policy(
  check: CheckName,
  passed: string,
  failed: 'rejected' | 'review',
  config: Readonly<Record<string, unknown>> = {},
): PolicyNode {
  return {
    kind: 'policy',
    id: check,
    check,
    config,
    routes: { passed, failed, skipped: 'review' },
  };
}

/** The workflow every organisation starts with: document and selfie; liveness joins it later. */
export const defaultWorkflow: WorkflowDefinition = {
  requirements: {
    documentTypes: ['passport', 'drivers_license', 'national_id', 'residence_permit'],
    selfie: true,
    userInfo: [],
    proofOfAddress: false,
  },
  graph: {
    start: 'document_quality',
    nodes: [
      // A picture that is only hard to see is a person's matter, not a reason to reject.
      policy('document_quality', 'document_ocr', 'review'),
      policy('document_ocr', 'id_document_filter', 'review'),
      policy('id_document_filter', 'document_expiration', 'rejected'),
      policy('document_expiration', 'age', 'rejected'),
      policy('age', 'face_match', 'rejected', { minimum_age: 18 }),
      policy('face_match', 'approved', 'rejected', { threshold: 'standard' }),
      { kind: 'terminal', id: 'approved', decision: 'approved' },
      { kind: 'terminal', id: 'rejected', decision: 'rejected' },
      { kind: 'terminal', id: 'review', decision: 'needs_review' },
    ],
  },
};
