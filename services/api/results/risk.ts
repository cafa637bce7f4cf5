import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../sessions/find-session';

/** The final shape (`4-verification.md`, Risk). */
export interface RiskView {
  readonly session_id: string;
  readonly risk_score: number;
  readonly risk_level: 'low' | 'medium' | 'high' | 'critical';
  readonly signals: readonly {
    readonly signal: string;
    readonly category: string;
    readonly weight: number;
    readonly action: 'ignore' | 'flag' | 'block';
    readonly evidence: Readonly<Record<string, unknown>>;
  }[];
  readonly blocked_by: string | null;
  readonly evaluated_at: Date | null;
  readonly attempt: number;
}

/**
 * No signal is computed yet, and the answer says so: no signals, never evaluated. `low` is what no
 * signal at all adds up to.
 */
export function sessionRisk(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/risk',
    scope: 'verifications:read',
    params: sessionParams,
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      const risk: RiskView = {
        session_id: session.id,
        risk_score: 0,
        risk_level: 'low',
        signals: [],
        blocked_by: null,
        evaluated_at: null,
        attempt: session.attempt,
      };
      return answer(200, risk);
    },
  });
}
