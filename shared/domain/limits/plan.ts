/** What an organisation may ask a minute (`2-api-conventions.md`, rate limits). */
export const plans = ['free', 'starter', 'professional', 'unlimited'] as const;
export type Plan = (typeof plans)[number];

export interface PlanLimits {
  /** Requests of one key a minute; null: none is counted. */
  readonly requests: number | null;
  /** Sessions created by one key a minute. */
  readonly sessionCreates: number | null;
}

export const planLimits: Readonly<Record<Plan, PlanLimits>> = {
  free: { requests: 300, sessionCreates: 50 },
  starter: { requests: 600, sessionCreates: 100 },
  professional: { requests: 1_000, sessionCreates: 150 },
  /** Benches, load tests, and whoever runs the service for nobody but themselves. */
  unlimited: { requests: null, sessionCreates: null },
};

/** Of the capture pages, which have no key. */
export const captureLimits = { perToken: 120, perAddress: 600, unknownTokens: 20 } as const;

/** Wrong keys, signatures and stream tokens from one address a minute (`FAILURES_PER_ADDRESS`). */
export const failuresPerAddress = 120;
