import { hmacSha256 } from '../../../shared/crypto/seal';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { captureLimits, planLimits, type PlanLimits } from '../../../shared/domain/limits/plan';
import { windowMs, type Taken } from '../../../shared/limits/rate-counter';
import type { ApiDeps } from '../deps';
import type { LinkId } from '../../../shared/domain/ids';
import type { ApiResponse } from './call';
import { callerId, type Caller } from './caller';
import { networkOf } from './client-address';

type LimitDeps = Pick<ApiDeps, 'rates' | 'clock' | 'keyring'>;

/** What a key's requests are counted under, or a user's. */
export function callerSubject(caller: Caller, what: keyof PlanLimits): string {
  return `${what}/${callerId(caller)}`;
}

/**
 * Counts a request of a key or a user, and one more where it creates a session; the tighter of the two is told in
 * the headers.
 *
 * @throws VerifaError rate_limited
 */
export async function limitKey(
  deps: LimitDeps,
  caller: Caller,
  response: ApiResponse,
  what: readonly (keyof PlanLimits)[],
): Promise<void> {
  const limits = planLimits[caller.plan];
  let tightest: Taken | undefined;
  for (const kind of what) {
    const limit = limits[kind];
    if (limit === null) continue;
    const taken = await deps.rates.take(callerSubject(caller, kind), limit);
    if (tightest === undefined || taken.remaining < tightest.remaining) tightest = taken;
    if (!taken.isAllowed) break;
  }
  if (tightest === undefined) tellUnlimited(deps, response);
  else tell(deps, response, tightest);
}

/** Said in words: a number would be one that somebody counts down from. */
function tellUnlimited({ clock }: Pick<LimitDeps, 'clock'>, response: ApiResponse): void {
  const minuteEnds = (Math.floor(clock().getTime() / windowMs) + 1) * windowMs;
  response.set({
    'X-RateLimit-Limit': 'unlimited',
    'X-RateLimit-Remaining': 'unlimited',
    'X-RateLimit-Reset': String(minuteEnds / 1_000),
  });
}

/** Counts a request to a capture page by the address it comes from. */
export async function limitCapture(
  deps: LimitDeps,
  address: string,
  response: ApiResponse,
): Promise<void> {
  const subject = `address/${hidden(deps, networkOf(address))}`;
  tell(deps, response, await deps.rates.take(subject, captureLimits.perAddress));
}

/** Counts it by its link, once the link is known to be one: made-up ones leave no counters behind. */
export async function limitLink(
  deps: LimitDeps,
  linkId: LinkId,
  response: ApiResponse,
): Promise<void> {
  tell(deps, response, await deps.rates.take(`link/${linkId}`, captureLimits.perToken));
}

/** Counts what opened nothing (a key, a signature, a stream's token) by the address it comes from. */
export async function limitFailure(
  deps: LimitDeps & Pick<ApiDeps, 'settings'>,
  address: string,
  response: ApiResponse,
): Promise<void> {
  const subject = `failures/${hidden(deps, networkOf(address))}`;
  tell(deps, response, await deps.rates.take(subject, deps.settings.FAILURES_PER_ADDRESS));
}

/** Whoever tries links that are none is soon told to wait instead. */
export async function limitUnknownToken(
  deps: LimitDeps,
  address: string,
  response: ApiResponse,
): Promise<void> {
  const taken = await deps.rates.take(
    `unknown/${hidden(deps, networkOf(address))}`,
    captureLimits.unknownTokens,
  );
  tell(deps, response, taken);
}

function tell({ clock }: LimitDeps, response: ApiResponse, taken: Taken): void {
  const { limit, remaining, resetAt, isAllowed } = taken;
  response.set({
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(Math.ceil(resetAt.getTime() / 1_000)),
  });
  if (isAllowed) return;
  const waitMs = resetAt.getTime() - clock().getTime();
  throw new VerifaError('rate_limited', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}

/** Neither a link nor an address stands in the counters. */
function hidden({ keyring }: Pick<LimitDeps, 'keyring'>, value: string): string {
  return hmacSha256(keyring.derive('rate-limits'), value).toString('base64url').slice(0, 22);
}
