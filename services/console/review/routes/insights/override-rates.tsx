import { Bar } from '../../parts/bar';
import { shareText } from '../../parts/duration';
import { Empty } from '../../parts/empty';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import { checkText } from '../../terms/outcome-text';
import type { ReviewMetrics } from './measured';

type OverrideRate = ReviewMetrics['overrides'][number];

/** How often reviewers found a check to be wrong. */
export function OverrideRates({ overrides }: Pick<ReviewMetrics, 'overrides'>) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const columns: readonly Column<OverrideRate>[] = [
    { key: 'check', header: t('insights.check'), cell: ({ check }) => checkText(check, t) },
    {
      key: 'share',
      header: t('insights.overridden.share'),
      cell: ({ overridden, of }) => (
        <Bar tone="warn" share={of === 0 ? 0 : overridden / of}>
          {shareText(overridden, of, language)}
        </Bar>
      ),
    },
    {
      key: 'overridden',
      header: t('insights.overridden'),
      align: 'end',
      cell: ({ overridden }) => number.format(overridden),
    },
    {
      key: 'of',
      header: t('insights.ran'),
      align: 'end',
      cell: ({ of }) => number.format(of),
    },
  ];
  return (
    <section className="stack" aria-labelledby="overrides-title">
      <h2 id="overrides-title">{t('insights.overrides')}</h2>
      <Table
        caption={t('insights.overrides')}
        columns={columns}
        rows={overrides}
        rowKey={({ check }) => check}
        problem={null}
        onRetry={() => undefined}
        empty={<Empty title={t('insights.overrides.none')} />}
      />
    </section>
  );
}
