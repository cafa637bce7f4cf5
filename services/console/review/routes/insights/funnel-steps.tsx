import { Bar } from '../../parts/bar';
import { shareText } from '../../parts/duration';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import type { FunnelGroup } from './measured';
import { funnelSteps, lostBefore, sumSteps, type FunnelStep } from './sum-steps';

/** Each step with how many came to it. */
export function FunnelSteps({ groups }: { readonly groups: readonly FunnelGroup[] }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const { steps, cameraDenied } = sumSteps(groups);
  const columns: readonly Column<FunnelStep>[] = [
    { key: 'step', header: t('insights.step'), cell: (step) => t(`insights.step.${step}`) },
    {
      key: 'sessions',
      header: t('insights.sessions'),
      align: 'end',
      cell: (step) => number.format(steps[step]),
    },
    {
      key: 'share',
      header: t('insights.share'),
      cell: (step) => (
        <Bar share={steps[step] / Math.max(steps.created, 1)}>
          {shareText(steps[step], steps.created, language)}
        </Bar>
      ),
    },
    {
      key: 'lost',
      header: t('insights.lost'),
      align: 'end',
      cell: (step) => {
        const lost = lostBefore(steps, step);
        return lost === null || lost === 0 ? '–' : number.format(lost);
      },
    },
  ];
  return (
    <section className="stack" aria-labelledby="funnel-title">
      <h2 id="funnel-title">{t('insights.funnel')}</h2>
      <Table
        caption={t('insights.funnel')}
        columns={columns}
        rows={funnelSteps}
        rowKey={(step) => step}
        problem={null}
        onRetry={() => undefined}
        empty={null}
      />
      <p>
        {t('insights.camera_denied', {
          share: shareText(cameraDenied, steps.opened, language),
          count: cameraDenied,
        })}
      </p>
    </section>
  );
}
