import { lazy, Suspense } from 'react';
import { useText } from '../parts/words';
import type { FlowChartProps } from './flow-chart';

/** What draws it is a third of the console's weight: only who looks at a graph loads it. */
const Chart = lazy(() => import('./flow-chart').then(({ FlowChart }) => ({ default: FlowChart })));

export function LazyChart(props: FlowChartProps) {
  const t = useText();
  return (
    <Suspense fallback={<p className="loading soft">{t('workflows.graph.loading')}</p>}>
      <Chart {...props} />
    </Suspense>
  );
}
