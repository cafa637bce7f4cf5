import { Bar } from '../../parts/bar';
import { durationText } from '../../parts/duration';
import { Empty } from '../../parts/empty';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import { useReviewerNames } from './reviewer-names';
import type { ReviewMetrics } from './measured';

type Reviewer = ReviewMetrics['reviewers'][number];

/** Who decided how much, and in what time. */
export function ReviewerTable({ reviewers }: Pick<ReviewMetrics, 'reviewers'>) {
  const { t, language } = useWords();
  const names = useReviewerNames();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const decisions = ({ approved, rejected }: Reviewer): number => approved + rejected;
  const most = Math.max(1, ...reviewers.map(decisions));
  const columns: readonly Column<Reviewer>[] = [
    {
      key: 'reviewer',
      header: t('insights.reviewer'),
      cell: ({ reviewer }) => names.get(reviewer) ?? <code>{reviewer}</code>,
    },
    {
      key: 'decisions',
      header: t('insights.decisions'),
      cell: (one) => <Bar share={decisions(one) / most}>{number.format(decisions(one))}</Bar>,
    },
    {
      key: 'approved',
      header: t('insights.approved'),
      align: 'end',
      cell: ({ approved }) => number.format(approved),
    },
    {
      key: 'rejected',
      header: t('insights.rejected'),
      align: 'end',
      cell: ({ rejected }) => number.format(rejected),
    },
    {
      key: 'hour',
      header: t('insights.per_hour'),
      align: 'end',
      cell: ({ decisions_per_hour: rate }) => (rate === null ? '–' : number.format(rate)),
    },
    {
      key: 'median',
      header: t('insights.handling'),
      align: 'end',
      isShort: true,
      cell: ({ median_handling_ms: ms }) => (ms === null ? '–' : durationText(ms, language)),
    },
  ];
  return (
    <section className="stack" aria-labelledby="reviewers-title">
      <h2 id="reviewers-title">{t('insights.reviewers')}</h2>
      <Table
        caption={t('insights.reviewers')}
        columns={columns}
        rows={reviewers}
        rowKey={({ reviewer }) => reviewer}
        problem={null}
        onRetry={() => undefined}
        empty={<Empty title={t('insights.reviewers.none')} />}
      />
    </section>
  );
}
