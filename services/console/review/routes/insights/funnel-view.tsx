import { useRead } from '../../api/use-read';
import { Empty } from '../../parts/empty';
import { Unanswered } from '../../parts/answered';
import { useText } from '../../parts/words';
import { FunnelGroups } from './funnel-groups';
import { FunnelSteps } from './funnel-steps';
import { Retakes } from './retakes';
import type { DayRange } from './last-days';
import type { FunnelDimension } from './measured';
import { StepTimes } from './step-times';

interface FunnelViewProps {
  readonly range: DayRange;
  readonly by: FunnelDimension;
}

/** Where people stop on their way to a decision. */
export function FunnelView({ range, by }: FunnelViewProps) {
  const t = useText();
  const read = useRead(
    'GET /api/v1/analytics/funnel',
    { query: { ...range, by } },
    { keepsPrevious: true },
  );
  const { data, error } = read;
  if (error !== null || data === undefined) return <Unanswered read={read} />;
  if (data.sessions === 0) {
    return (
      <Empty title={t('insights.none')}>
        <p>{t('insights.none.text')}</p>
      </Empty>
    );
  }
  return (
    <>
      {data.is_partial ? (
        <p className="notice">{t('insights.partial', { count: data.sessions })}</p>
      ) : null}
      <FunnelSteps groups={data.groups} />
      {by === undefined ? null : <FunnelGroups groups={data.groups} by={by} />}
      <div className="insights-pair">
        <Retakes retakes={data.retakes} />
        <StepTimes times={data.step_times} />
      </div>
    </>
  );
}
