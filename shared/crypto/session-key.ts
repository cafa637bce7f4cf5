import type { SessionRow } from '../database/schema';
import { VerifaError } from '../domain/errors/verifa-error';
import type { Keyring } from './keyring';
import type { SealingKey } from './seal';

/**
 * What of a session is personal, and which step of retention ends its being read (`6-data-protection.md`).
 * What the integrator wrote for themselves stays until the last; everything about the person ends with the first.
 */
const readUntil = {
  /** What was read from the documents, with reviewers' corrections, and what follows from it. */
  extracted_data: 'hidden',
  /** What the integrator knew and the person typed, and where the link was sent. */
  stated_data: 'hidden',
  documents: 'hidden',
  /** Reasons and notes of reviewers, and what they corrected. */
  reviewers_words: 'hidden',
  risk_evidence: 'hidden',
  screening_hits: 'hidden',
  consent_address: 'hidden',
  capture_link: 'hidden',
  /** `external_ref`, metadata, tags and the redirect. */
  integrators_own: 'destroyed',
} as const satisfies Readonly<Record<string, 'hidden' | 'destroyed'>>;
export type Personal = keyof typeof readUntil;

type Retained = Pick<SessionRow, 'retention_status'>;
export type Keyed = Pick<SessionRow, 'id' | 'retention_status' | 'wrapped_key' | 'master_key_id'>;

/** The one answer to "may this be read of this session?"; every reader asks it, by this or by a key of below. */
export function mayRead({ retention_status: retention }: Retained, what: Personal): boolean {
  switch (retention) {
    case 'active':
      return true;
    case 'sensitive_redacted':
      return readUntil[what] === 'destroyed';
    case 'redacted':
      return false;
  }
}

/** The session's data key for whoever shows `what`; null when it may not be read any more. */
export function keyToRead(keyring: Keyring, session: Keyed, what: Personal): Buffer | null {
  return mayRead(session, what) ? unwrapped(keyring, session) : null;
}

/**
 * The data key for whoever captures, judges or decides, which nobody may do once anything is hidden.
 *
 * @throws VerifaError sensitive_data_expired, key_destroyed
 */
export function keyToWork(keyring: Keyring, session: Keyed): Buffer {
  const key = unwrapped(keyring, session);
  if (key === null || session.retention_status === 'redacted') {
    throw new VerifaError('key_destroyed');
  }
  if (session.retention_status !== 'active') throw new VerifaError('sensitive_data_expired');
  return key;
}

/**
 * The data key for whoever only writes: the compiler lets nothing be opened with it.
 *
 * @throws VerifaError key_destroyed
 */
export function keyToSeal(keyring: Keyring, session: Keyed): SealingKey {
  const key = unwrapped(keyring, session);
  if (key === null) throw new VerifaError('key_destroyed');
  return Object.assign(key, { onlySeals: true as const });
}

/** The only place where a session's key is unwrapped (eslint forbids others). */
function unwrapped(keyring: Keyring, session: Keyed): Buffer | null {
  const { id, wrapped_key: wrapped, master_key_id: masterKeyId } = session;
  if (wrapped === null || masterKeyId === null) return null;
  return keyring.unwrap(id, { wrapped, masterKeyId });
}

/** What each sealed column is bound to: a ciphertext opens only in its own row and column. */
export const sealContext = {
  fields: (sessionId: string) => `fields/${sessionId}`,
  typed: (sessionId: string) => `typed/${sessionId}`,
  applicant: (sessionId: string) => `applicant/${sessionId}`,
  token: (linkId: string) => `token/${linkId}`,
  extraction: (sessionId: string, attempt: number) => `extraction/${sessionId}/${String(attempt)}`,
  reading: (sessionId: string) => `reading/${sessionId}`,
  evidence: (checkRunId: string) => `evidence/${checkRunId}`,
  caseReason: (caseId: string) => `case-reason/${caseId}`,
  caseNote: (noteId: string) => `case-note/${noteId}`,
  enclosure: (operationId: string) => `enclosure/${operationId}`,
  caseChange: (changeId: string) => `case-change/${changeId}`,
  askedAgain: (sessionId: string, requestId: string, piece: string) =>
    `asked-again/${sessionId}/${requestId}/${piece}`,
  webhookSecret: (endpointId: string) => `webhook-secret/${endpointId}`,
  faceEmbedding: (sessionId: string, capture: number) =>
    `face-embedding/${sessionId}/${String(capture)}`,
  documentPrint: (documentId: string) => `document-print/${documentId}`,
  framePrint: (documentId: string) => `frame-print/${documentId}`,
  listItem: (itemId: string) => `list-item/${itemId}`,
  pageSignals: (sessionId: string, capture: number, number: number) =>
    `page-signals/${sessionId}/${String(capture)}/${String(number)}`,
  riskEvidence: (sessionId: string, attempt: number) =>
    `risk-evidence/${sessionId}/${String(attempt)}`,
  oidcBegun: 'oidc-begun',
  totp: (userId: string) => `totp/${userId}`,
  operationEffect: (operationId: string) => `operation-effect/${operationId}`,
  idempotentAnswer: (keyHash: Buffer) => `idempotent-answer/${keyHash.toString('hex')}`,
} as const;
