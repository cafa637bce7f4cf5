import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../../../shared/crypto/seal';
import type { DocumentRow } from '../../../shared/database/schema';
import type { ApiKeyId, UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';

type SignDeps = Pick<ApiDeps, 'keyring' | 'settings'>;
type Signed = Pick<DocumentRow, 'id' | 'session_id' | 'doc_type'>;

interface UrlWish {
  readonly expiresAt: Date;
  /** The key or user that hands it out: the log names it with each picture that is seen by the URL. */
  readonly issuer: ApiKeyId | UserId;
  readonly form?: 'newest' | 'named';
}

interface UrlClaim {
  readonly expires: number;
  /** Null in URLs of release 0.1.0, which named nobody. */
  readonly issuer: string | null;
  readonly signature: Buffer;
}

/**
 * A URL that needs no API key until it ends; it opens this one document and no other. Unless it names
 * the document it is good only while that is the newest of its type.
 */
export function signedDocumentUrl(
  deps: SignDeps,
  document: Signed,
  { expiresAt, issuer, form = 'newest' }: UrlWish,
): string {
  const expires = Math.floor(expiresAt.getTime() / 1000);
  const path = `/api/v1/sessions/${document.session_id}/documents/${document.doc_type}`;
  const signature = sign(deps, document, expires, issuer).toString('hex');
  const named = form === 'named' ? `&document=${document.id}` : '';
  const query = `expires=${String(expires)}&by=${issuer}&sig=${signature}${named}`;
  return `${deps.settings.PUBLIC_URL}${path}?${query}`;
}

export function isSignatureValid(
  deps: SignDeps,
  document: Signed,
  { expires, issuer, signature }: UrlClaim,
): boolean {
  const right = sign(deps, document, expires, issuer);
  return signature.length === right.length && timingSafeEqual(signature, right);
}

/** No part can hold a line break, so no two claims have the same text. */
function sign(
  { keyring }: SignDeps,
  document: Signed,
  expires: number,
  issuer: string | null,
): Buffer {
  const parts = [document.session_id, document.id, document.doc_type, String(expires)];
  const claim = (issuer === null ? parts : [...parts, issuer]).join('\n');
  return hmacSha256(keyring.derive('document-urls'), claim);
}
