import { useText } from '../../parts/words';
import { useReviewers } from '../../terms/reviewers';
import type { CaseView } from '../lease/case-view';

/** Where two have to decide: which of them this is. The first one's opinion is shown as far as the API tells it. */
export function SecondOpinion({ view }: { readonly view: CaseView }) {
  const t = useText();
  const { nameOf } = useReviewers();
  const { dual_review: isDual, first_review: first, second_review: second } = view;
  if (first === null) return isDual ? <p className="notice">{t('decide.first')}</p> : null;
  const named = (by: string | null): string => (by === null ? t('queue.unknown') : nameOf(by));
  const opinion = (decision: string): string =>
    t(decision === 'approve' ? 'decide.opinion.approve' : 'decide.opinion.reject');
  const name = named(first.by);
  if (second !== null && first.decision !== null) {
    return (
      <p className="notice" data-tone="warn">
        {t('decide.disagreed', {
          first: name,
          opinion: opinion(first.decision),
          second: named(second.by),
          other: opinion(second.decision),
        })}
      </p>
    );
  }
  return (
    <p className="notice">
      {first.decision === null
        ? t('decide.second.hidden', { name })
        : t('decide.second.shown', {
            name,
            opinion: opinion(first.decision),
          })}
    </p>
  );
}
