import { useText } from '../../parts/words';
import { useReviewers } from '../../terms/reviewers';
import type { CaseView } from '../lease/case-view';

/** Where two have to decide: which of them this is. The first one's opinion is shown as far as the API tells it. */
export function SecondOpinion({ view }: { readonly view: CaseView }) {
  const t = useText();
  const { nameOf } = useReviewers();
  const { dual_review: isDual, first_review: first } = view;
  if (first === null) return isDual ? <p className="notice">{t('decide.first')}</p> : null;
  const name = first.by === null ? t('queue.unknown') : nameOf(first.by);
  return (
    <p className="notice">
      {first.decision === null
        ? t('decide.second.hidden', { name })
        : t('decide.second.shown', {
            name,
            opinion: t(
              first.decision === 'approve' ? 'decide.opinion.approve' : 'decide.opinion.reject',
            ),
          })}
    </p>
  );
}
