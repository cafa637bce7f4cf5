/** So long a claim keeps others away (`4-verification.md`); then the case is free again. */
export const claimMs = 30 * 60_000;
