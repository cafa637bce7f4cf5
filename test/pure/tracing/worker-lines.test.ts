import { Writable } from 'node:stream';
import { ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import type { BegunTry } from '../../../activities/webhooks/begun-try';
import { argumentFacts, resultFacts } from '../../../services/worker/activity-facts';
import { temporalLog } from '../../../services/worker/temporal-log';
import { logTriedDelivery } from '../../../services/worker/tried-delivery';
import { noContext } from '../../../shared/domain/tracing/trace-context';
import { newId } from '../../../shared/domain/ids';

/** What the worker's lines tell of work, and that they tell nothing else. */
const planted = 'planted.person@example.org';

function lines() {
  const written: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(JSON.parse(chunk.toString('utf8')) as Record<string, unknown>);
      done();
    },
  });
  return { log: pino({ base: {} }, sink), written };
}

test('a failed try of a delivery is told by endpoint, try and status, without address or answer', () => {
  const { log, written } = lines();
  const begun: BegunTry = {
    deliveryId: newId('webhookDelivery'),
    round: 1,
    tryNumber: 2,
    failedBefore: 1,
    endpointId: newId('webhookEndpoint'),
    eventId: newId('event'),
    eventType: 'session.approved',
    sessionId: newId('session'),
    trace: noContext,
    isTest: false,
    url: `https://example.org/${planted}`,
    body: planted,
    secrets: [planted],
    ed25519Key: null,
  };
  logTriedDelivery(log)(begun, {
    statusCode: 500,
    errorCode: 'status_not_2xx',
    answer: planted,
    answerHead: planted,
    retryAfterMs: null,
    durationMs: 12,
  });
  expect(written).toMatchObject([
    {
      level: 40,
      msg: 'webhook try failed',
      endpoint_id: begun.endpointId,
      delivery_id: begun.deliveryId,
      event_type: 'session.approved',
      try: 2,
      status_code: 500,
      error: 'status_not_2xx',
    },
  ]);
  expect(JSON.stringify(written)).not.toContain(planted);
});

test("Temporal's own failure line tells workflow type, session, code and frames, and no message", () => {
  const { log, written } = lines();
  const id = newId('session');
  temporalLog(log).warn('Workflow failed', {
    workflowId: `${id}-invitation-1`,
    runId: 'run',
    workflowType: 'invitationWorkflow',
    error: ApplicationFailure.nonRetryable(planted, 'transition_conflict', planted),
    input: planted,
  });
  expect(written).toMatchObject([
    {
      msg: 'Workflow failed',
      session_id: id,
      workflow_id: `${id}-invitation-1`,
      run_id: 'run',
      workflow_type: 'invitationWorkflow',
      error: { kind: 'ApplicationFailure', code: 'transition_conflict' },
    },
  ]);
  expect(JSON.stringify(written)).toMatch(/worker-lines\.test/);
  expect(JSON.stringify(written)).not.toContain(planted);
});

test.each<[string, unknown, object]>([
  [
    'commitTransition',
    {
      sequence: 3,
      event: { type: 'review', reason: planted },
      from: 'under_review',
      state: { status: 'completed', attempt: 1, who: planted },
      actor: { id: planted },
    },
    { event: 'review', from: 'under_review', to: 'completed', attempt: 1, sequence: 3 },
  ],
  [
    'runChecks',
    { attempt: 2, checks: [{ check: 'age', config: { name: planted } }], sessionId: 'x' },
    { attempt: 2, checks: ['age'] },
  ],
  ['eraseObjects', { sessionId: planted }, {}],
  ['commitTransition', { event: { type: planted } }, {}],
  ['anything', planted, {}],
])('of what %s is asked only codes and numbers are told', (activity, argument, told) => {
  expect(argumentFacts(activity, [argument])).toEqual(told);
});

test('of what checks answer only names and statuses are told', () => {
  const outcome = { check: 'age', status: 'passed', reasons: [planted], evidence: planted };
  expect(resultFacts('runChecks', { outcomes: [outcome], broken: [] })).toEqual({
    outcomes: ['age:passed'],
  });
  expect(resultFacts('runFaceChecks', [outcome])).toEqual({ outcomes: ['age:passed'] });
  expect(resultFacts('loadSession', outcome)).toEqual({});
  expect(resultFacts('runChecks', [{ check: planted, status: 'passed' }])).toEqual({});
});
