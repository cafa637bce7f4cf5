import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../../../shared/crypto/seal';
import type { DocumentRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';

type SignDeps = Pick<ApiDeps, 'keyring' | 'settings'>;
type Signed = Pick<DocumentRow, 'id' | 'session_id' | 'doc_type'>;

/**
 * A URL that needs no API key until it ends; it opens this one document and no other. Unless it names
 * the document it is good only while that is the newest of its type.
 */
export function signedDocumentUrl(
  deps: SignDeps,
  document: Signed,
  expiresAt: Date,
  form: 'newest' | 'named' = 'newest',
): string {
  const expires = Math.floor(expiresAt.getTime() / 1000);
  const path = `/api/v1/sessions/${document.session_id}/documents/${document.doc_type}`;
  const signature = sign(deps, document, expires).toString('hex');
  const named = form === 'named' ? `&document=${document.id}` : '';
  return `${deps.settings.PUBLIC_URL}${path}?expires=${String(expires)}&sig=${signature}${named}`;
}

export function isSignatureValid(
  deps: SignDeps,
  document: Signed,
  expires: number,
  signature: Buffer,
): boolean {
  const right = sign(deps, document, expires);
  return signature.length === right.length && timingSafeEqual(signature, right);
}

/** No part can hold a line break, so no two claims have the same text. */
function sign({ keyring }: SignDeps, document: Signed, expires: number): Buffer {
  const claim = [document.session_id, document.id, document.doc_type, String(expires)].join('\n');
  return hmacSha256(keyring.derive('document-urls'), claim);
}
