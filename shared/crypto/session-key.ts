import type { SessionRow } from '../database/schema';
import { VerifaError } from '../errors/verifa-error';
import type { Keyring } from './keyring';

/** The data key of a session's row; `key_destroyed` once it was redacted. */
export function sessionKey(
  keyring: Keyring,
  row: Pick<SessionRow, 'id' | 'wrapped_key' | 'master_key_id'>,
): Buffer {
  if (row.wrapped_key === null || row.master_key_id === null) {
    throw new VerifaError('key_destroyed');
  }
  return keyring.unwrap(row.id, { wrapped: row.wrapped_key, masterKeyId: row.master_key_id });
}

/** What each sealed column is bound to: a ciphertext opens only in its own row and column. */
export const sealContext = {
  fields: (sessionId: string) => `fields/${sessionId}`,
  applicant: (sessionId: string) => `applicant/${sessionId}`,
  token: (linkId: string) => `token/${linkId}`,
  extraction: (sessionId: string, attempt: number) => `extraction/${sessionId}/${String(attempt)}`,
  reading: (sessionId: string) => `reading/${sessionId}`,
  evidence: (checkRunId: string) => `evidence/${checkRunId}`,
  caseReason: (caseId: string) => `case-reason/${caseId}`,
  caseNote: (noteId: string) => `case-note/${noteId}`,
  caseChange: (changeId: string) => `case-change/${changeId}`,
  webhookSecret: (endpointId: string) => `webhook-secret/${endpointId}`,
  faceEmbedding: (sessionId: string, capture: number) =>
    `face-embedding/${sessionId}/${String(capture)}`,
  documentPrint: (documentId: string) => `document-print/${documentId}`,
  listItem: (itemId: string) => `list-item/${itemId}`,
  pageSignals: (sessionId: string, capture: number, number: number) =>
    `page-signals/${sessionId}/${String(capture)}/${String(number)}`,
  riskEvidence: (sessionId: string, attempt: number) =>
    `risk-evidence/${sessionId}/${String(attempt)}`,
  idempotentAnswer: (keyHash: Buffer) => `idempotent-answer/${keyHash.toString('hex')}`,
} as const;
