import type { Client } from '@temporalio/client';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';

/** Visibility is asked seldom: it lags behind by seconds anyway. */
const keptMs = 30_000;
const answerWithinMs = 3_000;

/** Workflows whose tasks fail go on as Running for ever: only Temporal knows of them. */
export function troubledWorkflowsSource(temporal: Client): GaugeSource {
  return {
    name: 'troubled_workflows',
    gauges: ['verifa_workflows_in_trouble'],
    keepMs: keptMs,
    async read() {
      const { count } = await temporal.withDeadline(Date.now() + answerWithinMs, () =>
        temporal.workflow.count(
          `ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL`,
        ),
      );
      return [{ name: 'verifa_workflows_in_trouble', labels: {}, value: count }];
    },
  };
}
