import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { CheckPool } from '../../../activities/checks/engines/pool/check-pool';
import type { Database } from '../../../shared/database/schema';
import type { GaugeSource } from '../../../shared/metrics/gauge-source';
import type { Metrics } from '../../../shared/metrics/metrics';
import { auditSource } from './audit';
import { deliveriesSource, endpointsSource } from './deliveries';
import { erasuresSource } from './erasures';
import { invitationsSource } from './invitations';
import { outboxSource } from './outbox';
import { retentionSource } from './retention';
import { sessionsSource } from './sessions';
import { pastDeadlineSource, processingSource } from './stuck-sessions';
import { troubledWorkflowsSource } from './troubled-workflows';
import { watchlistsSource } from './watchlists';

export interface RecordGaugesDeps {
  /** Over all tenants; each query is of its own, so that one that fails is absent alone. */
  readonly system: Kysely<Database>;
  readonly temporal: Client;
  readonly clock: () => Date;
}

/** What only the records and Temporal know: every worker process shows the same, so that any of them may be gone. */
export function addRecordGauges(
  metrics: Pick<Metrics, 'add'>,
  { system, temporal, clock }: RecordGaugesDeps,
): void {
  const sources = [
    sessionsSource(system),
    pastDeadlineSource(system),
    processingSource(system),
    troubledWorkflowsSource(temporal),
    outboxSource(system),
    deliveriesSource(system),
    endpointsSource(system),
    watchlistsSource(system, clock),
    retentionSource(system),
    erasuresSource(system),
    auditSource(system),
    invitationsSource(system),
  ];
  for (const source of sources) metrics.add(source);
}

/** What waits for an engine, and what is with one. */
export function poolLoadSource(load: CheckPool['load']): GaugeSource {
  return {
    name: 'check_pool',
    gauges: ['verifa_check_pool_waiting', 'verifa_check_pool_busy'],
    keepMs: 0,
    read: () => {
      const { waiting, busy } = load();
      return Promise.resolve([
        { name: 'verifa_check_pool_waiting', labels: {}, value: waiting },
        { name: 'verifa_check_pool_busy', labels: {}, value: busy },
      ]);
    },
  };
}
