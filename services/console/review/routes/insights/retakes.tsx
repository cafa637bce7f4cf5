import { Bar } from '../../parts/bar';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import type { Funnel } from './measured';

const reasons = ['blur', 'glare', 'too_dark', 'too_small', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Why pictures were taken again. */
export function Retakes({ retakes }: Pick<Funnel, 'retakes'>) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const of = (reason: Reason): number => retakes[reason] ?? 0;
  const most = Math.max(1, ...reasons.map(of));
  const columns: readonly Column<Reason>[] = [
    {
      key: 'reason',
      header: t('insights.reason'),
      cell: (reason) => t(`insights.retake.${reason}`),
    },
    {
      key: 'pictures',
      header: t('insights.pictures'),
      cell: (reason) => (
        <Bar tone="warn" share={of(reason) / most}>
          {number.format(of(reason))}
        </Bar>
      ),
    },
  ];
  return (
    <section className="stack" aria-labelledby="retakes-title">
      <h2 id="retakes-title">{t('insights.retakes')}</h2>
      <Table
        caption={t('insights.retakes')}
        columns={columns}
        rows={reasons}
        rowKey={(reason) => reason}
        problem={null}
        onRetry={() => undefined}
        empty={null}
      />
    </section>
  );
}
