/** So long a claim keeps others away (`4-verification.md`); then the case is free again. */
export const claimMs = 30 * 60_000;
/** Claimed again by the same one within so long, it is the same claim: no pause, and no deed of its own. */
export const sameClaimMs = 60_000;
