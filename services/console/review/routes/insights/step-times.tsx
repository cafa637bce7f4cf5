import { Bar } from '../../parts/bar';
import { durationText } from '../../parts/duration';
import { Empty } from '../../parts/empty';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import type { Funnel } from './measured';

type StepTime = Funnel['step_times'][number];

/** How long people need for a screen of the capture page, by its own clock. */
export function StepTimes({ times }: { readonly times: readonly StepTime[] }) {
  const { t, language } = useWords();
  const longest = Math.max(1, ...times.map(({ p95_ms: ms }) => ms));
  const columns: readonly Column<StepTime>[] = [
    { key: 'step', header: t('insights.screen'), cell: ({ step }) => t(`insights.screen.${step}`) },
    {
      key: 'p50',
      header: t('insights.p50'),
      align: 'end',
      isShort: true,
      cell: ({ p50_ms: ms }) => durationText(ms, language),
    },
    {
      key: 'p95',
      header: t('insights.p95'),
      cell: ({ p95_ms: ms }) => <Bar share={ms / longest}>{durationText(ms, language)}</Bar>,
    },
  ];
  return (
    <section className="stack" aria-labelledby="times-title">
      <h2 id="times-title">{t('insights.times')}</h2>
      <Table
        caption={t('insights.times')}
        columns={columns}
        rows={times}
        rowKey={({ step }) => step}
        problem={null}
        onRetry={() => undefined}
        empty={<Empty title={t('insights.times.none')} />}
      />
    </section>
  );
}
