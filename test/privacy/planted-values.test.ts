import { Connection, WorkflowClient } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { sql } from 'kysely';
import { z } from 'zod';
import { verifyErasureRecord } from '../../shared/erasure/erasure-record';
import { call } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import {
  startSpanCollector,
  type CollectedSpan,
  type SpanCollector,
} from '../processes/span-collector';
import { startService, type RunningService } from '../processes/running-service';
import { stackAddresses } from '../stack/addresses';
import { startEchoingReceiver } from './echoing-receiver';
import {
  ask,
  clientRequestId,
  liveThrough,
  rejectByReviewer,
  type LivedSession,
} from './lived-sessions';
import { keptInTheClear, planted, unread } from './planted';
import { found, readPlaces, type Place } from './stored-places';

const neighbour = { external_ref: 'of-somebody-else-22b7' };
const everything = { ...planted, ...unread };
const everyPlace = ['database', 'objects', 'histories', 'logs', 'spans'] as const;

const erasureSchema = z.object({
  record: z.object({
    session_id: z.string(),
    erased_at: z.string(),
    documents_removed: z.number(),
    backup_retention_days: z.number().nullable(),
    kept: z.array(z.string()),
  }),
  signature: z.string(),
  public_key: z.string(),
});

let service: RunningService;
let receiver: Awaited<ReturnType<typeof startEchoingReceiver>>;
let collector: SpanCollector;
let lived: LivedSession;
let reviewed: string;
let secrets: Readonly<Record<string, string>>;

/** All that the API says of both sessions. */
async function readBack(): Promise<string> {
  const answers = await Promise.all([
    ask(service, 'GET', lived.id),
    ask(service, 'GET', `${lived.id}/result`),
    ask(service, 'GET', `${lived.id}/export`),
    ask(service, 'GET', `${lived.id}/events`),
    call('GET', `${service.apiUrl}/api/v1/sessions/${reviewed}/export`, {
      key: service.sandboxKey,
    }),
  ]);
  return JSON.stringify(answers.map(({ body }) => body));
}

/** What a call ends with has been told to the collector, and so has all before it. */
async function collected(name: string): Promise<void> {
  await eventually(`the span ${name}`, () =>
    Promise.resolve(collector.spans.some((span) => span.name === name) || undefined),
  );
}

/** Every webhook has been answered, and every object that was to go is gone. */
async function quiet(): Promise<void> {
  await eventually('webhooks and erasures to be through', async () => {
    const [events, deliveries, erasures] = await Promise.all([
      service.db.selectFrom('outbox').select('event_id').execute(),
      service.db
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('status', '=', 'pending')
        .execute(),
      service.db
        .selectFrom('erasures')
        .select('session_id')
        .where(sql<boolean>`cardinality(pending_object_keys) > 0`)
        .execute(),
    ]);
    const owed = [...events, ...deliveries, ...erasures];
    return owed.length === 0 ? true : undefined;
  });
}

beforeAll(async () => {
  collector = await startSpanCollector();
  service = await startService({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
  });
  receiver = await startEchoingReceiver(unread.receivers_answer);
  await call('POST', `${service.apiUrl}/api/v1/webhooks/endpoints`, {
    key: service.liveKey,
    json: { url: receiver.url },
  });
  lived = await liveThrough(service);
  reviewed = await rejectByReviewer(service);
  await quiet();
  secrets = { token: lived.token, live_key: service.liveKey, sandbox_key: service.sandboxKey };
}, 240_000);

afterAll(async () => {
  await receiver.close();
  await service.stop();
  await collector.close();
});

describe('before redaction', () => {
  let places: Record<Place, string>;
  beforeAll(async () => {
    for (const name of ['deliver session.approved', 'update submit', 'deliver check.completed'])
      await collected(name);
    places = await readPlaces(service, collector);
  });

  it('every planted value can be read back over the API: the search finds what is there', async () => {
    expect(found(await readBack(), planted)).toEqual(Object.keys(planted));
  });

  it('rows hold in the clear only what is filtered by; what was typed or read is sealed', () => {
    expect(found(places.database, everything)).toEqual([...keptInTheClear, 'receivers_answer']);
    expect(found(places.database, secrets)).toEqual([]);
  });

  it('objects hold no byte of the picture', () => {
    const middle = lived.passport.subarray(40_000, 40_048).toString('latin1');
    expect(places.objects.includes(lived.id)).toBe(true);
    expect(places.objects.includes(middle)).toBe(false);
    expect(found(places.objects, everything)).toEqual([]);
  });

  it.each(['histories', 'logs', 'spans'] as const)(
    '%s hold nothing of it, and no secret',
    (place) => {
      expect(found(places[place], { ...everything, ...secrets })).toEqual([]);
    },
  );

  it('each line of the call that submitted it is found by request, session and trace, in both processes', () => {
    const { requestId, traceId } = lived.submitted;
    const lines = linesOf(places.logs);
    const ofRequest = lines.filter((line) => line['request_id'] === requestId);
    const ofSession = lines.filter((line) => line['session_id'] === lived.id);
    // An identity's event names no session, so that nobody learns from it whose sessions are whose.
    const ofIdentity = /^identity\./;
    const joined = ofRequest.filter((line) => !ofIdentity.test(String(line['event_type'])));
    for (const line of joined) expect(line).toMatchObject({ session_id: lived.id });
    expect(lines.filter((line) => line['trace_id'] === traceId)).toEqual(ofRequest);
    const inWorkflow = { service: 'worker', workflow_id: lived.id };
    for (const expected of [
      { service: 'api', msg: 'request', route: '/verify/:token/complete', status: 202 },
      { ...inWorkflow, activity: 'commitTransition', event: 'submit', to: 'processing' },
      {
        ...inWorkflow,
        activity: 'runChecks',
        outcomes: expect.arrayContaining([expect.stringMatching(/^document_ocr:/)]) as unknown,
      },
      { ...inWorkflow, activity: 'commitTransition', event: 'decide', from: 'processing' },
      {
        service: 'worker',
        msg: 'webhook delivered',
        event_type: 'session.approved',
        status_code: 200,
      },
    ]) {
      expect(ofRequest).toContainEqual(expect.objectContaining(expected));
    }
    // Its first line as its last: creation, by another request.
    expect(ofSession).toContainEqual(
      expect.objectContaining({ service: 'api', route: '/api/v1/sessions', status: 201 }),
    );
    const ofClient = lines.filter((line) => line['client_request_id'] !== undefined);
    expect(ofClient).toMatchObject([{ msg: 'request', client_request_id: clientRequestId }]);
  });

  it('one trace holds call, message, update, activities, checks and deliveries, each under what began it', () => {
    const trace = collector.spans.filter((span) => span.traceId === lived.submitted.traceId);
    const named = (name: string): CollectedSpan => {
      const found = trace.find((span) => span.name === name);
      if (found === undefined) throw new Error(`no span ${name}`);
      return found;
    };
    const parentOf = (span: CollectedSpan): string | undefined =>
      trace.find(({ spanId }) => spanId === span.parentSpanId)?.name;
    const call = named('POST /verify/:token/complete');
    expect(call).toMatchObject({
      service: 'verifa-api',
      parentSpanId: lived.submitted.spanId,
      attributes: {
        'http.response.status_code': 202,
        'verifa.session.id': lived.id,
        'verifa.request.id': lived.submitted.requestId,
      },
    });
    const under: readonly (readonly [string, string])[] = [
      ['send submit', 'POST /verify/:token/complete'],
      ['update submit', 'send submit'],
      ['commitTransition', 'update submit'],
      ['runChecks', 'update submit'],
      ['check document_ocr', 'runChecks'],
      ['check face_match', 'runChecks'],
      ['deliver session.approved', 'commitTransition'],
      ['deliver check.completed', 'runChecks'],
    ];
    expect(under.map(([name]) => [name, parentOf(named(name))])).toEqual(under);
    // None but the call's own parent is somewhere else.
    expect(trace.filter((span) => parentOf(span) === undefined)).toEqual([call]);
    expect(trace.every(({ durationNs }) => durationNs >= 0n)).toBe(true);
    const { traceId, spanId } = named('deliver session.approved');
    expect(receiver.traceparents).toContain(`00-${traceId}-${spanId}-01`);
  });

  it('what ran with traces replays', async () => {
    const connection = await Connection.connect({ address: service.temporalAddress });
    const { namespace } = service;
    const handle = new WorkflowClient({ connection, namespace }).getHandle(lived.id);
    const history = await handle.fetchHistory();
    await connection.close();
    const codePath = stackAddresses().VERIFA_TEST_WORKFLOW_BUNDLE;
    await Worker.runReplayHistory({ workflowBundle: { codePath } }, history, lived.id);
    expect(JSON.stringify(history)).toContain('verifa-trace');
  });

  it('histories and logs were really read', () => {
    const told = {
      id: lived.id,
      check: 'face_match',
      result: '"reasonCodes"',
      summary: 'capturing → processing (submit)',
      details: 'Its verification workflow',
      currentDetails: '**decided**',
      attribute: 'VerifaRiskBand',
    };
    expect(found(places.histories, told)).toEqual(Object.keys(told));
    expect(found(places.logs, { route: '/verify/:token/complete' })).toEqual(['route']);
  });
});

describe('after redaction', () => {
  let places: Record<Place, string>;
  const erasures: z.output<typeof erasureSchema>[] = [];
  beforeAll(async () => {
    await call('POST', `${service.apiUrl}/api/v1/sessions`, {
      // Of the environment without a receiver: its answers would be the neighbour's own.
      key: service.sandboxKey,
      json: { external_ref: neighbour.external_ref },
    });
    for (const [id, key] of [
      [lived.id, service.liveKey],
      [reviewed, service.sandboxKey],
    ] as const) {
      const { status, body } = await call(
        'DELETE',
        `${service.apiUrl}/api/v1/sessions/${id}/data`,
        {
          key,
        },
      );
      expect([status, body['status']]).toEqual([200, 'deleted']);
      erasures.push(erasureSchema.parse(body['erasure']));
    }
    await quiet();
    await collected('deliver session.redacted');
    places = await readPlaces(service, collector);
  });

  it.each(everyPlace)('nothing personal and no secret is left in %s', (place) => {
    expect(found(places[place], { ...everything, ...secrets })).toEqual([]);
  });

  it('nor in any answer of the API', async () => {
    expect(found(await readBack(), everything)).toEqual([]);
  });

  it('its objects are gone', () => {
    // The journal of erasures names it; what it had stood under its id.
    expect(found(places.objects, { id: `${lived.id}/` })).toEqual([]);
  });

  it('an auditor can verify the record of each erasure with nothing but its public key', () => {
    for (const { public_key: key, record, signature } of erasures) {
      expect(verifyErasureRecord(key, { record, signature })).toBe(true);
      const inflated = { ...record, documents_removed: record.documents_removed + 1 };
      expect(verifyErasureRecord(key, { record: inflated, signature })).toBe(false);
    }
    expect(erasures.map(({ record }) => [record.session_id, record.documents_removed])).toEqual([
      [lived.id, 2],
      [reviewed, 0],
    ]);
  });

  it("somebody else's session is as it was", () => {
    expect(found(places.database, neighbour)).toEqual(['external_ref']);
  });
});

function linesOf(logs: string): readonly Readonly<Record<string, unknown>>[] {
  return logs
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
}
