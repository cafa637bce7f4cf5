import { advise } from '../../../services/admin/explaining/advise';
import type {
  DeliveryFacts,
  Explanation,
  RecordFacts,
  SessionFacts,
  WebhookFacts,
  WorkflowFacts,
} from '../../../services/admin/explaining/explanation';
import { tell } from '../../../services/admin/explaining/tell';
import { newId } from '../../../shared/domain/ids';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';

const at = new Date('2026-11-30T10:00:00Z');
const ago = (minutes: number): Date => new Date(at.getTime() - minutes * 60_000);

const row: SessionFacts = {
  organizationId: 'org_x',
  environment: 'live',
  status: 'processing',
  attempt: 1,
  capture: 1,
  sequence: 2,
  deadlineAt: null,
  retention: 'active',
  legalHold: false,
  hasKey: true,
  result: null,
  workflow: 'wfl_x version 1',
  createdAt: ago(60),
  updatedAt: ago(30),
  isReadable: true,
  gate: null,
  erasurePending: false,
};
const running: WorkflowFacts = {
  status: 'RUNNING',
  runId: 'run',
  events: 12,
  startedAt: ago(60),
  closedAt: null,
  lastEvent: { type: 'TIMER_STARTED', at: ago(30) },
  task: null,
  taskFailure: null,
  activities: [],
};
const records: RecordFacts = {
  checks: [],
  links: [],
  cases: [],
  invitations: [],
  steps: [],
  objectsToDelete: 0,
};
const webhooks: WebhookFacts = { undispatched: [], counts: {}, troubled: [] };
const delivery: DeliveryFacts = {
  id: 'whd_x',
  endpointId: 'whe_x',
  endpointState: 'enabled',
  disabledReason: null,
  eventType: 'session.approved',
  status: 'pending',
  round: 1,
  tries: 2,
  nextTryAt: null,
  lastTry: { at: ago(5), statusCode: 500, error: 'status_not_2xx', durationMs: 40 },
};

interface Wish {
  readonly row?: Partial<SessionFacts>;
  readonly workflow?: Partial<WorkflowFacts> | null;
  readonly records?: Partial<RecordFacts>;
  readonly webhooks?: Partial<WebhookFacts>;
}

function explanation(wish: Wish): Explanation {
  const workflow = wish.workflow === null ? null : { ...running, ...wish.workflow };
  return {
    sessionId: newId('session'),
    at,
    session: { kind: 'read', value: { ...row, ...wish.row } },
    workflow: { kind: 'read', value: workflow },
    records: { kind: 'read', value: { ...records, ...wish.records } },
    webhooks: { kind: 'read', value: { ...webhooks, ...wish.webhooks } },
  };
}

test.each(sessionStatuses)(
  'a well session that is %s has one line: what it waits for',
  (status) => {
    const over = ['completed', 'expired', 'failed'].includes(status);
    const told = explanation({ row: { status }, workflow: over ? { status: 'COMPLETED' } : {} });
    expect(advise(told)).toHaveLength(1);
  },
);

test.each<[string, Wish, RegExp]>([
  ['no workflow', { workflow: null }, /Temporal knows no workflow of it.*verifa-sweep/],
  ['a terminated workflow', { workflow: { status: 'TERMINATED' } }, /is TERMINATED.*verifa-sweep/],
  [
    'a run that outlives its session',
    { row: { status: 'completed' } },
    /is over and its workflow runs on/,
  ],
  [
    'a failing workflow task',
    { workflow: { taskFailure: 'NON_DETERMINISTIC_ERROR' } },
    /roll the workers back/,
  ],
  [
    'a workflow task that nobody takes',
    { workflow: { task: { tries: 1, isStarted: false, scheduledAt: ago(10) } } },
    /No worker has taken its workflow task/,
  ],
  [
    'an activity that fails',
    {
      workflow: {
        activities: [
          {
            activity: 'runChecks',
            startedTries: 3,
            scheduledAt: ago(9),
            nextTryAt: null,
            lastFailure: 'engine_failed',
          },
        ],
      },
    },
    /Activity runChecks fails \(engine_failed, try 3\).*CHECK_PROCESSES/,
  ],
  [
    'an activity that nobody takes',
    {
      workflow: {
        activities: [
          {
            activity: 'runChecks',
            startedTries: 0,
            scheduledAt: ago(9),
            nextTryAt: null,
            lastFailure: null,
          },
        ],
      },
    },
    /No worker has taken activity runChecks/,
  ],
  [
    'a deadline that is past',
    { row: { status: 'pending', deadlineAt: ago(10) } },
    /deadline is past/,
  ],
  ['an unreadable row', { row: { isReadable: false } }, /cannot be read/],
  [
    'engines that gave up',
    {
      row: { status: 'under_review' },
      records: {
        checks: [{ check: 'face_match', status: 'error', reasons: [], engine: 'x', durationMs: 1 }],
      },
    },
    /Engines gave up on face_match: a reviewer decides/,
  ],
  ['objects that are left', { records: { objectsToDelete: 2 } }, /Objects are still to be deleted/],
  [
    'an invitation that waits',
    { records: { invitations: [{ number: 1, state: 'waits' }] } },
    /Invitation 1 was not sent.*MAIL_URL/,
  ],
  [
    'events not dispatched',
    { webhooks: { undispatched: [newId('event')] } },
    /1 events wait for a dispatcher/,
  ],
  ['deliveries under way', { webhooks: { troubled: [delivery] } }, /tried again by themselves/],
  [
    'deliveries given up',
    { webhooks: { troubled: [{ ...delivery, status: 'failed' }] } },
    /given up.*deliveries\/\{id\}\/retry/,
  ],
  [
    'a disabled endpoint',
    { webhooks: { troubled: [{ ...delivery, status: 'held', endpointState: 'disabled' }] } },
    /Endpoint whe_x takes nothing/,
  ],
  ['an erasure under a hold', { row: { erasurePending: true } }, /erasure waits/],
])('%s is named, with what to do, before what the session waits for', (_what, wish, expected) => {
  const advice = advise(explanation(wish));
  expect(advice).toHaveLength(2);
  expect(advice[0]).toMatch(expected);
});

test('what could not be read is said where it would stand, and in the advice', () => {
  const told: Explanation = {
    ...explanation({}),
    workflow: { kind: 'unread', why: 'ServiceError, by Error 14' },
    webhooks: { kind: 'unread', why: 'error 42P01' },
  };
  const text = tell(told, advise(told)).join('\n');
  expect(text).toMatch(/workflow +COULD NOT BE READ: ServiceError, by Error 14/);
  expect(text).toMatch(/webhooks +COULD NOT BE READ: error 42P01/);
  expect(text).toMatch(/Temporal could not be asked/);
  expect(text).toMatch(/webhooks could not be read/);
});
