import { extensionMs, extensionsPerCapture } from '../../../shared/domain/capture/extension';
import { sha256 } from '../../../shared/crypto/seal';
import type { ApiDeps } from '../deps';
import { readClaim, signClaim } from '../stream/signed-claim';
import { readableAfterEndMs } from './open-token';

/**
 * The address at which a handed-off link is followed, for an EventSource, which sends no header, where cookies
 * are refused. The claim is for this link only and opens nothing else; the link's standing is judged besides.
 */
export function followUrl(
  deps: Pick<ApiDeps, 'keyring' | 'settings'>,
  token: string,
  linkEndsAt: Date,
): string {
  const mostMs = extensionsPerCapture * extensionMs + readableAfterEndMs;
  const endsAt = new Date(linkEndsAt.getTime() + mostMs);
  const claim = signClaim(deps, 'follow-tokens', subjectOf(token), endsAt);
  return `${deps.settings.PUBLIC_URL}/verify/${token}/follow?token=${claim}`;
}

export function isFollowClaim(
  deps: Pick<ApiDeps, 'keyring' | 'clock'>,
  token: string,
  claim: string,
): boolean {
  const now = deps.clock();
  return readClaim(deps, 'follow-tokens', subjectOf(token), { claim, now }) !== undefined;
}

/** The path says which link; whoever reads the claim does not learn its address again. */
function subjectOf(token: string): string {
  return sha256(token).toString('hex');
}
