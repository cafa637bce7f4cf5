import type { CheckName } from '../checks/outcome';
import type { ConditionalNode, PolicyNode, WorkflowDefinition } from './definition';
import { documentTypes } from '../documents/document-types';

/** Without these nobody is approved, whatever subset of the checks a session asks for. */
const needed: readonly CheckName[] = ['document_ocr', 'face_match'];

/**
 * A face that was compared and is another's is refused. Where no pair was made (no portrait found, nobody or
 * several people on the selfie) nothing is known, and a person looks: only a comparison leaves a score.
 */
const faceCompared = {
  kind: 'conditional',
  id: 'face_compared',
  conditions: [
    { field: 'checks.face_match.score', operator: 'exists', value: true, to: 'rejected' },
  ],
  otherwise: 'review',
} as const satisfies ConditionalNode;

function policy(
  check: CheckName,
  passed: string,
  failed: 'rejected' | 'review' | typeof faceCompared.id,
  config: Readonly<Record<string, unknown>> = {},
): PolicyNode {
  return {
    kind: 'policy',
    id: check,
    check,
    config,
    ...(needed.includes(check) ? {} : { optional: true as const }),
    routes: { passed, failed, skipped: 'review' },
  };
}

function workflow(withLiveness: boolean): WorkflowDefinition {
  return {
    requirements: {
      documentTypes: [...documentTypes],
      selfie: true,
      liveness: withLiveness,
      userInfo: [],
      proofOfAddress: false,
    },
    graph: {
      start: 'document_quality',
      nodes: [
        // A picture that is only hard to see is a person's matter, not a reason to reject.
        policy('document_quality', 'document_ocr', 'review'),
        policy('document_ocr', 'document_forensics', 'review'),
        // A trace is a suspicion: it accuses nobody by itself, and approves nobody unseen.
        policy('document_forensics', 'id_document_filter', 'review'),
        policy('id_document_filter', 'document_expiration', 'rejected'),
        policy('document_expiration', 'age', 'rejected'),
        policy('age', withLiveness ? 'liveness' : 'face_match', 'rejected', { minimum_age: 18 }),
        // Nor is a challenge that the engine did not recognise: it misses some of the genuine ones.
        ...(withLiveness ? [policy('liveness', 'face_match', 'review')] : []),
        policy('face_match', 'approved', faceCompared.id, { threshold: 'standard' }),
        faceCompared,
        { kind: 'terminal', id: 'approved', decision: 'approved' },
        { kind: 'terminal', id: 'rejected', decision: 'rejected' },
        { kind: 'terminal', id: 'review', decision: 'needs_review' },
      ],
    },
  };
}

/** The workflow every organisation starts with; the same as `deploy/workflows/default.json`. */
export const defaultWorkflow: WorkflowDefinition = workflow(true);

/** For integrators who capture by the API, where nobody performs challenges. */
export const documentAndSelfieWorkflow: WorkflowDefinition = workflow(false);
