import type { AnswerOf } from '../../../../client/src/route-types';
import type { Translate } from '../../texts';

type Decided = AnswerOf<'POST /api/v1/cases/{id}/approve'>;

/** What a decision came to: of two reviewers, what the first one says is an opinion. */
export function saidOf({ status, second_review: second }: Decided, t: Translate): string {
  if (status === 'escalated' && second !== null) return t('decide.done.disagreed');
  return t(`decide.done.${status}`);
}
