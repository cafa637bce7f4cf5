import { z } from 'zod';
import { eventually } from '../../processes/running-process';
import { openEventSource, type EventSource } from '../stream/event-source';
import { setReviewStage, type ReviewStage } from './review-stage';

/** Who follows the queue hears which case changes, of its own environment, and nothing else of it. */
let stage: ReviewStage;
const open: EventSource[] = [];
beforeAll(async () => {
  stage = await setReviewStage();
});
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});
afterAll(() => stage.stop());

const notice = z.strictObject({ kind: z.string(), id: z.string().optional() });

async function follow(key: string, url = stage.api.url): Promise<EventSource> {
  const source = await openEventSource(`${url}/api/v1/cases/stream`, { 'X-API-Key': key });
  open.push(source);
  expect(source.response.statusCode).toBe(200);
  await eventually('the queue to be listened to', () =>
    Promise.resolve(source.events.length > 0 ? true : undefined),
  );
  return source;
}

const heard = (source: EventSource) => source.events.map(({ data }) => notice.parse(data));

async function heardOf(source: EventSource, id: string, kind: string): Promise<void> {
  await eventually(`${kind} of ${id}`, () =>
    Promise.resolve(
      heard(source).some((one) => one.id === id && one.kind === kind) ? true : undefined,
    ),
  );
}

it('opened, held, changed, closed: in every process that is followed, and to no other environment', async () => {
  const other = await stage.api.another();
  const here = await follow(stage.api.liveKey);
  const there = await follow(stage.api.liveKey, other);
  const sandbox = await follow(stage.api.sandboxKey);
  expect(heard(here)).toEqual([{ kind: 'listening' }]);
  const { caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/claim`);
  await stage.ask('PATCH', `/cases/${caseId}`, { priority: 'high' });
  await stage.ask('POST', `/cases/${caseId}/approve`);
  for (const source of [here, there]) {
    await heardOf(source, caseId, 'closed');
    const kinds = heard(source).flatMap(({ kind, id }) => (id === caseId ? [kind] : []));
    expect(kinds).toEqual(expect.arrayContaining(['opened', 'held', 'changed', 'closed']));
    expect(kinds[0]).toBe('opened');
  }
  expect(heard(sandbox)).toEqual([{ kind: 'listening' }]);
});

it('what was refused or changed nothing is not told', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  const source = await follow(stage.api.liveKey);
  const refused = await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: bob });
  expect(refused.body).toMatchObject({ error: 'case_claimed' });
  await stage.ask('PATCH', `/cases/${caseId}`, {});
  await stage.ask('POST', `/cases/${caseId}/notes`, { text: 'seen' });
  await stage.ask('POST', `/cases/${caseId}/release`, { reviewer_id: ada });
  await heardOf(source, caseId, 'held');
  expect(heard(source).filter(({ id }) => id === caseId)).toEqual([{ kind: 'held', id: caseId }]);
});

it('one holder has a few streams in a process; a place that is left is free again', async () => {
  const sources = await Promise.all(Array.from({ length: 5 }, () => follow(stage.api.liveKey)));
  const full = await stage.ask('GET', '/cases/stream');
  expect(full.status).toBe(429);
  sources[0]?.close();
  await eventually('a place', async () => {
    const source = await openEventSource(`${stage.api.url}/api/v1/cases/stream`, {
      'X-API-Key': stage.api.liveKey,
    });
    open.push(source);
    return source.response.statusCode === 200 ? true : undefined;
  });
});
