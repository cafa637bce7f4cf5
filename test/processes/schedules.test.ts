import { ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { ensureRetentionSchedule } from '../../services/worker/retention-schedule';
import { ensureSweepSchedule } from '../../services/worker/sweep-schedule';
import { connectTemporalClient, type TemporalClient } from '../../shared/temporal/connect-client';
import { sessionsQueue, sweepWorkflowType } from '../../shared/temporal/names';
import { searchAttributeKeys as keys } from '../../shared/temporal/search-attributes';
import { stackAddresses } from '../stack/addresses';
import { createTestNamespace } from './temporal-namespace';

let temporal: TemporalClient;
beforeAll(async () => {
  const { VERIFA_TEST_TEMPORAL_ADDRESS: address } = stackAddresses();
  const namespace = await createTestNamespace(address);
  temporal = connectTemporalClient({ address, namespace, environment: {} });
});
afterAll(() => temporal.close());

function kindOf(told: unknown): string | undefined {
  return told instanceof TypedSearchAttributes ? told.get(keys.kind) : undefined;
}

async function described(client: Client, scheduleId: string) {
  const { action, state, spec } = await client.schedule.getHandle(scheduleId).describe();
  return {
    kind: kindOf(action.typedSearchAttributes),
    summary: action.staticSummary,
    paused: state.paused,
    everyMs: spec.intervals?.map(({ every }) => every),
  };
}

test('a schedule that an earlier release made gets what its runs are told apart by; its operator’s pause and pace stay', async () => {
  const { client } = temporal;
  await client.schedule.create({
    scheduleId: 'verifa-sweep',
    spec: { intervals: [{ every: '5 minutes' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP },
    state: { paused: true },
    action: {
      type: 'startWorkflow',
      workflowType: sweepWorkflowType,
      workflowId: 'verifa-sweep',
      taskQueue: sessionsQueue,
    },
  });
  await ensureSweepSchedule(client);
  const wanted = {
    kind: 'sweep',
    summary: 'puts right what a crash, a hand or an absent store left behind',
    paused: true,
    everyMs: [300_000],
  };
  expect(await described(client, 'verifa-sweep')).toEqual(wanted);
  await ensureSweepSchedule(client);
  expect(await described(client, 'verifa-sweep')).toEqual(wanted);
});

test('one that is not there is made', async () => {
  await ensureRetentionSchedule(temporal.client);
  expect(await described(temporal.client, 'verifa-retention')).toMatchObject({
    kind: 'retention',
    paused: false,
    everyMs: [3_600_000],
  });
});
