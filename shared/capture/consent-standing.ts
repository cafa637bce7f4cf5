import type { SessionRow } from '../database/schema';
import { VerifaError } from '../domain/errors/verifa-error';

type Consented = Pick<SessionRow, 'consent_person_at' | 'consent_withdrawn_at'>;

/** Whether the person's own word lets the capture go on; an integrator's statement stands in for nobody here. */
export function consentStanding(session: Consented): 'given' | 'missing' | 'withdrawn' {
  if (session.consent_withdrawn_at !== null) return 'withdrawn';
  return session.consent_person_at === null ? 'missing' : 'given';
}

/**
 * Of every step over the link.
 *
 * @throws VerifaError consent_required, consent_withdrawn
 */
export function requireConsent(session: Consented): void {
  requireNotWithdrawn(session);
  if (consentStanding(session) === 'missing') throw new VerifaError('consent_required');
}

/**
 * Of every step of the integrator's, who may state a consent but not overrule the person's no. A new consent
 * over the link is the way on.
 *
 * @throws VerifaError consent_withdrawn
 */
export function requireNotWithdrawn(session: Consented): void {
  if (consentStanding(session) === 'withdrawn') throw new VerifaError('consent_withdrawn');
}
