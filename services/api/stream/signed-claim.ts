import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../../../shared/crypto/seal';
import type { ApiDeps } from '../deps';

const form = /^(\d{10,12})\.([A-Za-z0-9_-]{43})$/;

/** What a claim is good for: each purpose has a key of its own. */
type Purpose = 'stream-tokens' | 'follow-tokens';
type ClaimDeps = Pick<ApiDeps, 'keyring'>;

/** Opens one subject for one purpose until it ends. Signed, not stored: any API process can judge it. */
export function signClaim(
  deps: ClaimDeps,
  purpose: Purpose,
  subject: string,
  expiresAt: Date,
): string {
  const expires = String(Math.floor(expiresAt.getTime() / 1000));
  return `${expires}.${sign(deps, purpose, subject, expires).toString('base64url')}`;
}

/** When the claim ends; undefined for one that is forged, of another subject, or has run out. */
export function readClaim(
  deps: ClaimDeps,
  purpose: Purpose,
  subject: string,
  { claim, now }: { readonly claim: string; readonly now: Date },
): Date | undefined {
  const [, expires, signature] = form.exec(claim) ?? [];
  if (expires === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, 'base64url');
  if (!timingSafeEqual(given, sign(deps, purpose, subject, expires))) return undefined;
  const expiresAt = new Date(Number(expires) * 1000);
  return expiresAt <= now ? undefined : expiresAt;
}

/** No subject holds a line break, so no two claims have the same text. */
function sign({ keyring }: ClaimDeps, purpose: Purpose, subject: string, expires: string): Buffer {
  return hmacSha256(keyring.derive(purpose), `${subject}\n${expires}`);
}
