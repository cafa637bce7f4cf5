import { sql } from 'kysely';
import { seriesOf, type Scrape } from './exposition';
import { breakAll, failingCreates } from './faults';
import { alertNames, playRules } from './promtool';
import { sumOf, watchService, type WatchedService } from './watched-service';

/**
 * Which alerts their faults set off, in the order in which these are made. Those of `none` have their faults in
 * `alerts-by-series.test.ts`; how fast a healthy service of a busy machine answers is no matter of a test.
 */
const faults = {
  none: [
    'VerifaWorkerNotPolling',
    'VerifaPoolExhausted',
    'VerifaChecksErring',
    'VerifaChecksBacklog',
  ],
  broken: [
    'VerifaSessionPastDeadline',
    'VerifaSessionProcessingLong',
    'VerifaWorkflowInTrouble',
    'VerifaSweepMissing',
    'VerifaSweepFailing',
    'VerifaSessionsRestarted',
    'VerifaAlertLogged',
    'VerifaEngineDeaths',
    'VerifaOutboxOld',
    'VerifaDeliveriesFailing',
    'VerifaDeliveriesGivenUp',
    'VerifaEndpointDisabled',
    'VerifaWatchlistOld',
    'VerifaRetentionOverdue',
    'VerifaErasuresPending',
    'VerifaAuditUnsealed',
    'VerifaInvitationsWaiting',
    'VerifaStorageFull',
    'VerifaApiErrors',
  ],
  partAway: ['VerifaPartDown', 'VerifaWatchlistsMissing', 'VerifaMetricsFailing'],
  gone: ['VerifaApiDown', 'VerifaWorkerDown', 'VerifaProcessDown'],
};

/** Only ends what hangs: some gauges are read twice a minute, and the engines' process takes its time on a busy machine. */
const testWithinMs = 900_000;

/** The longest wait of a rule is an hour. */
const minutes = 90;

/** Of the alerts looked at, those that have fired by the end of the phase, however early in it. */
function inPhase(nth: number, among: readonly string[], are: readonly string[]) {
  return { atMinute: nth * minutes - 1, withinMinutes: minutes - 1, among, are };
}

test('every alert has its fault here or its series there', async () => {
  const { none, broken, partAway: away, gone } = faults;
  const listed = ['VerifaApiSlow', 'VerifaDiskFilling', ...none, ...broken, ...away, ...gone];
  expect([...listed].sort()).toEqual([...(await alertNames())].sort());
});

let watched: WatchedService;
beforeAll(async () => {
  watched = await watchService();
}, 240_000);
afterAll(() => watched.stop());

async function healthy(): Promise<readonly [Scrape, Scrape]> {
  await watched.approve(await watched.create());
  await watched.sweep('sweepSessions', 'completed');
  const from = await watched.scraped('every gauge to be read', (now) =>
    [...now.keys()].some((series) => series.startsWith('verifa_workflows_in_trouble')),
  );
  await watched.approve(await watched.create());
  await watched.sweep('sweepSessions', 'completed');
  return [from, await watched.scrape()];
}

/** Where a fault is told of by any, and by so many seconds. */
const toldBy: Readonly<Record<string, number>> = {
  verifa_sessions_past_deadline: 1,
  verifa_sessions_processing_oldest_seconds: 3_600,
  verifa_workflows_in_trouble: 1,
  verifa_alerts_total: 1,
  verifa_outbox_oldest_seconds: 3_600,
  verifa_endpoints_disabled: 1,
  verifa_watchlist_age_seconds: 3_600,
  verifa_retention_overdue: 1,
  verifa_erasures_pending: 1,
  verifa_audit_unsealed_oldest_seconds: 3_600,
  verifa_invitations_oldest_seconds: 3_600,
  verifa_storage_full_total: 1,
};

function untold(now: Scrape): readonly string[] {
  return Object.entries(toldBy).flatMap(([name, least]) =>
    sumOf(now, name) < least ? [name] : [],
  );
}

/** What was read before is kept for a while. */
async function allTold(): Promise<Scrape> {
  try {
    return await watched.scraped('every fault to be told', (now) => untold(now).length === 0);
  } catch (cause) {
    throw new Error(`not told: ${untold(await watched.scrape()).join(', ')}`, { cause });
  }
}

const unread = (now: Scrape): number =>
  sumOf(now, 'verifa_metrics_failures_total', 'source="invitations"');

function isPartAway(now: Scrape): boolean {
  return (
    sumOf(now, 'verifa_part_up', 'part="object_store"') === 0 &&
    sumOf(now, 'verifa_watchlists_loaded') === 0
  );
}

/** The object store falls silent, the lists are gone, and a lock keeps one gauge from being read, twice. */
async function partAway(): Promise<readonly [Scrape, Scrape]> {
  const { db } = watched.service;
  const before = unread(await watched.scrape());
  watched.relay.freeze();
  await db.deleteFrom('watchlists').execute();
  return db.transaction().execute(async (trx) => {
    await sql`LOCK TABLE invitations IN ACCESS EXCLUSIVE MODE`.execute(trx);
    const once = await watched.scraped(
      'a gauge that cannot be read',
      (now) => unread(now) > before && isPartAway(now),
    );
    const again = await watched.scraped(
      'it again',
      (now) => unread(now) > unread(once) && isPartAway(now),
    );
    return [once, again] as const;
  });
}

test(
  'a healthy service sets off no alert; each fault, made on the running service, sets off its own',
  async () => {
    const [h0, h1] = await healthy();
    await breakAll(watched);
    const f0 = await allTold();
    await failingCreates(watched);
    const f1 = await watched.scrape();
    const [p0, p1] = await partAway();
    const { api, worker } = watched.service;
    await Promise.all([api.kill('SIGKILL'), worker.kill('SIGKILL')]);
    const gone = await watched.scrape();

    const all = [...faults.broken, ...faults.partAway, ...faults.gone];
    await playRules({
      inputSeries: seriesOf([
        { minutes, from: h0, to: h1 },
        { minutes, from: f0, to: f1 },
        { minutes, from: p0, to: p1 },
        { minutes, from: gone, to: gone },
      ]),
      fired: [
        inPhase(1, [...faults.none, ...all], []),
        inPhase(2, all, faults.broken),
        inPhase(3, [...faults.partAway, ...faults.gone], faults.partAway),
        inPhase(4, faults.gone, faults.gone),
      ],
    });
  },
  testWithinMs,
);
