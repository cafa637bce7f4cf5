import { checkNames, checkStatuses } from '../domain/checks/outcome';
import { environments } from '../domain/environment';
import { eventKeys } from '../domain/lifecycle/event';
import { sessionStatuses } from '../domain/lifecycle/state';
import { watchlistSources } from '../domain/watchlists/watchlist-source';
import {
  activityNames,
  activityResults,
  deathReasons,
  deliveryStatuses,
  disabledReasons,
  disks,
  fullParts,
  parts,
  poolStates,
  queue,
  routePattern,
  sourceName,
  statusCode,
  tryResults,
} from './label-values';

/** Which values a label may have: these, or any of this form, of which a process keeps a bounded number. */
export type LabelRule = readonly string[] | RegExp;

export interface MetricDefinition {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** Who exposes it. Gauges over the records are the worker's: an API's login may reach no tenant but its caller's. */
  readonly of: 'api' | 'worker' | 'both';
  readonly help: string;
  readonly labels: Readonly<Record<string, LabelRule>>;
  readonly buckets?: readonly number[];
}

/** Every metric of ours; no label can hold an id, an address or a word of a person (`label-values.ts`). */
export const metricCatalogue = {
  verifa_http_seconds: {
    kind: 'histogram',
    of: 'api',
    help: 'How long requests took, by the pattern of their route; those of no route are `unknown`.',
    labels: { route: routePattern, status: statusCode },
    buckets: [0.05, 0.25, 1, 5],
  },
  verifa_part_up: {
    kind: 'gauge',
    of: 'both',
    help: '1 while the process reaches the part and it answers in time, 0 when it does not.',
    labels: { part: parts },
  },
  verifa_pg_pool_connections: {
    kind: 'gauge',
    of: 'both',
    help: 'Connections of the process to Postgres.',
    labels: { state: poolStates },
  },
  verifa_pg_pool_waiting: {
    kind: 'gauge',
    of: 'both',
    help: 'Queries that wait for a free connection.',
    labels: {},
  },
  verifa_storage_full_total: {
    kind: 'counter',
    of: 'both',
    help: 'Writes that failed because no room was left: Postgres 53100, the object store’s ENOSPC or storage-full.',
    labels: { part: fullParts },
  },
  verifa_disk_free_bytes: {
    kind: 'gauge',
    of: 'both',
    help: 'Free bytes where the process writes: `objects` with OBJECT_DIR, `temporary` for lists while they are fetched.',
    labels: { disk: disks },
  },
  verifa_disk_size_bytes: {
    kind: 'gauge',
    of: 'both',
    help: 'The size of those disks.',
    labels: { disk: disks },
  },
  verifa_alerts_total: {
    kind: 'counter',
    of: 'both',
    help: 'Log lines with `alert: true`: one row, delivery or part failed alone, and the line names it.',
    labels: {},
  },
  verifa_metrics_failures_total: {
    kind: 'counter',
    of: 'both',
    help: 'Reads of a gauge that failed; its series are absent until one succeeds.',
    labels: { source: sourceName },
  },
  verifa_sessions: {
    kind: 'gauge',
    of: 'worker',
    help: 'Sessions by where they stand.',
    labels: { status: sessionStatuses, environment: environments },
  },
  verifa_sessions_past_deadline: {
    kind: 'gauge',
    of: 'worker',
    help: 'Open sessions whose deadline passed more than five minutes ago: nothing moves them. At most 10,000 are counted.',
    labels: {},
  },
  verifa_sessions_processing_oldest_seconds: {
    kind: 'gauge',
    of: 'worker',
    help: 'How long the session has not moved that has been `processing` for longest; 0 when none is.',
    labels: {},
  },
  verifa_workflows_in_trouble: {
    kind: 'gauge',
    of: 'worker',
    help: 'Running workflows of which Temporal reports that their tasks fail (`TemporalReportedProblems`).',
    labels: {},
  },
  verifa_transitions_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Committed transitions of sessions.',
    labels: { event: eventKeys, to: sessionStatuses },
  },
  verifa_activities_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Activities that ended, by their name; each try counts.',
    labels: { activity: activityNames, result: activityResults },
  },
  verifa_worker_polling: {
    kind: 'gauge',
    of: 'worker',
    help: '1 while the worker of the task queue runs and asks for work, else 0.',
    labels: { queue },
  },
  verifa_checks_seconds: {
    kind: 'histogram',
    of: 'worker',
    help: 'How long checks took, including their wait for a check process.',
    labels: { check: checkNames },
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60],
  },
  verifa_check_outcomes_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Outcomes of checks that were recorded.',
    labels: { check: checkNames, status: checkStatuses },
  },
  verifa_check_process_deaths_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Check processes that ended: `crashed`, `overran` (a task took more than a minute), `too_large` (replaced after its task), `aborted` (the session went on without it).',
    labels: { reason: deathReasons },
  },
  verifa_check_pool_waiting: {
    kind: 'gauge',
    of: 'worker',
    help: 'Tasks that wait for a free check process.',
    labels: {},
  },
  verifa_check_pool_busy: {
    kind: 'gauge',
    of: 'worker',
    help: 'Check processes at work.',
    labels: {},
  },
  verifa_outbox_oldest_seconds: {
    kind: 'gauge',
    of: 'worker',
    help: 'The age of the oldest event that no dispatcher has taken yet; 0 when none waits.',
    labels: {},
  },
  verifa_deliveries: {
    kind: 'gauge',
    of: 'worker',
    help: 'Webhook deliveries that are not delivered, of endpoints that are not deleted. At most 10,000 are counted of an endpoint and status.',
    labels: { status: deliveryStatuses },
  },
  verifa_delivery_tries_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Tries of webhook deliveries: `taken`, or why not.',
    labels: { result: tryResults },
  },
  verifa_deliveries_given_up_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Deliveries that failed for good: their six tries are over, or the receiver said it is gone.',
    labels: {},
  },
  verifa_endpoints_disabled: {
    kind: 'gauge',
    of: 'worker',
    help: 'Endpoints that the service disabled, and nobody has enabled or deleted since.',
    labels: { reason: disabledReasons },
  },
  verifa_watchlists_loaded: {
    kind: 'gauge',
    of: 'worker',
    help: 'Sanctions lists that live sessions are screened against.',
    labels: {},
  },
  verifa_watchlist_age_seconds: {
    kind: 'gauge',
    of: 'worker',
    help: 'How long ago the list was last fetched or loaded, also when it had not changed.',
    labels: { source: watchlistSources },
  },
  verifa_retention_overdue: {
    kind: 'gauge',
    of: 'worker',
    help: 'Ended sessions whose data should have been hidden or destroyed more than three hours ago. At most 10,000 are counted of an environment.',
    labels: {},
  },
  verifa_erasures_pending: {
    kind: 'gauge',
    of: 'worker',
    help: 'Erasures that left objects to delete in the object store.',
    labels: {},
  },
  verifa_audit_unsealed_oldest_seconds: {
    kind: 'gauge',
    of: 'worker',
    help: 'The age of the oldest audit record that is not in its chain yet; 0 when all are.',
    labels: {},
  },
  verifa_invitations_oldest_seconds: {
    kind: 'gauge',
    of: 'worker',
    help: 'How long the oldest invitation waits to be sent; 0 when none does.',
    labels: {},
  },
  verifa_sweep_restarted_total: {
    kind: 'counter',
    of: 'worker',
    help: 'Sessions whose lost workflow the sweep started again.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

type Catalogue = typeof metricCatalogue;
export type MetricName = keyof Catalogue;

type OfKind<K extends MetricDefinition['kind']> = {
  [N in MetricName]: Catalogue[N]['kind'] extends K ? N : never;
}[MetricName];
export type CounterName = OfKind<'counter'>;
export type GaugeName = OfKind<'gauge'>;
export type HistogramName = OfKind<'histogram'>;

/** Of a label with listed values one of them; of any other a text, which its form judges. */
export type LabelsOf<N extends MetricName> = {
  readonly [
    L in keyof Catalogue[N]['labels']
  ]: Catalogue[N]['labels'][L] extends readonly (infer V extends string)[] ? V : string;
};

/** With its listed rules as the plain type that loops want. */
export function definitionOf(name: MetricName): MetricDefinition {
  return metricCatalogue[name];
}

export const metricNames: readonly MetricName[] = Object.keys(metricCatalogue).filter(isMetricName);

function isMetricName(name: string): name is MetricName {
  return name in metricCatalogue;
}
