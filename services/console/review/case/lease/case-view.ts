import type { AnswerOf } from '../../../../client/src/route-types';
import type { Me } from '../../session/me';

/** A case as the screen of it has read it. */
export type CaseView = AnswerOf<'GET /api/v1/cases/{id}'>;

/** Why somebody who may decide cases may not decide this one. */
export type Bar = 'role' | 'same_reviewer' | 'disagreed' | 'own_escalation' | 'needs_senior';

export function isOver({ status }: Pick<CaseView, 'status'>): boolean {
  return status === 'approved' || status === 'rejected' || status === 'closed';
}

/** As far as the page can tell before it asks; the API judges it. */
export function barOf(
  { status, first_review: first, second_review: second, escalated_by: escalatedBy }: CaseView,
  { user, scopes }: Me,
): Bar | null {
  if (!scopes.includes('cases:decide')) return 'role';
  if (first?.by === user.id) return 'same_reviewer';
  if (status !== 'escalated') return null;
  if (second?.by === user.id) return 'disagreed';
  if (escalatedBy === user.id) return 'own_escalation';
  return user.role === 'senior' || user.role === 'admin' ? null : 'needs_senior';
}
