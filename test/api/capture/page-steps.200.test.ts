import { isId } from '../../../shared/domain/ids';
import { pageStepOutcomes, pageSteps } from '../../../shared/domain/capture/page-steps';
import { noRates } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';
import { text, type Answer } from '../../processes/api-caller';
import { consent, firstPage, linkAt, newLink, otherPage, type CaptureLink } from './capture-link';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: noRates } });
});
afterAll(() => api.stop());

const shown = (after_ms: number) => ({ step: 'opened', after_ms, outcome: 'shown' });

function send(link: CaptureLink, json: unknown, headers = firstPage): Promise<Answer> {
  return link.post('signals', { json, headers });
}

async function lines({ id }: CaptureLink) {
  if (!isId('session', id)) throw new Error('no session');
  return api.db
    .selectFrom('timeline')
    .select(['detail', 'kind', 'actor_kind'])
    .where('session_id', '=', id)
    .where('event', '=', 'signals.step')
    .orderBy('position')
    .execute();
}

async function kept({ id }: CaptureLink): Promise<number> {
  if (!isId('session', id)) throw new Error('no session');
  const rows = await api.db
    .selectFrom('page_signals')
    .select('number')
    .where('session_id', '=', id)
    .execute();
  return rows.length;
}

it('steps alone come before consent: they move nothing, bind nobody, and are in the timeline only', async () => {
  const link = await newLink(api);
  const steps = [shown(0), { step: 'selfie', after_ms: 4200, outcome: 'camera_denied' }];
  const { status, body } = await send(link, { steps, device_class: 'phone', language: 'PT-br' });
  expect([status, body]).toEqual([200, { accepted: true, status: 'pending', nonce: null }]);
  const about = { device_class: 'phone', language: 'pt-BR' };
  expect(await lines(link)).toEqual(
    steps.map((step) => ({ kind: 'step', actor_kind: 'person', detail: { ...step, ...about } })),
  );
  expect(await kept(link)).toBe(0);
  expect((await link.get('state', { headers: otherPage })).body).toMatchObject({
    status: 'pending',
  });
  const audit = await api.db.selectFrom('audit').select('action').execute();
  expect(audit.map(({ action }) => action)).not.toContain('session.signals.step');
});

it('with anything else beside them consent is needed, and then both are kept', async () => {
  const link = await newLink(api);
  const both = { steps: [shown(1)], behaviour: { hidden_count: 2 } };
  expect((await send(link, both)).body).toMatchObject({ error: 'consent_required' });
  expect([await lines(link), await kept(link)]).toEqual([[], 0]);
  await consent(link, firstPage);
  const { body } = await send(link, both);
  expect([(await lines(link)).length, await kept(link)]).toEqual([1, 1]);
  // Steps in between leave the chain of nonces as it is.
  expect((await send(link, { steps: [shown(2)] })).body).toMatchObject({ nonce: body['nonce'] });
  const next = await send(link, { behaviour: {}, nonce: body['nonce'] });
  expect(next.body['nonce']).not.toBe(body['nonce']);
});

it('a repeat whose answer got lost is one batch', async () => {
  const link = await newLink(api);
  for (let times = 0; times < 2; times += 1) await send(link, { steps: [shown(7)] });
  expect(await lines(link)).toHaveLength(1);
});

it('twenty batches a capture, over all its links: 429 from then on, and nothing more is kept', async () => {
  const link = await newLink(api);
  for (let batch = 0; batch < 20; batch += 1) {
    expect((await send(link, { steps: [shown(batch)] })).status).toBe(200);
  }
  expect((await send(link, { steps: [shown(99)] })).body).toMatchObject({
    status_code: 429,
    error: 'too_many_attempts',
  });
  const { body } = await link.post('handoff', { headers: firstPage });
  const fresh = linkAt(link.id, text(body, 'capture_url'));
  expect((await send(fresh, { steps: [shown(99)] }, otherPage)).status).toBe(429);
  expect(await lines(link)).toHaveLength(20);
});

it('of every screen and outcome there is a name, and of nothing else', async () => {
  const link = await newLink(api);
  const all = pageSteps.map((step, at) => ({
    step,
    after_ms: at,
    outcome: pageStepOutcomes[at % pageStepOutcomes.length],
  }));
  expect((await send(link, { steps: all })).status).toBe(200);
  for (const wrong of [
    { steps: [] },
    { steps: Array.from({ length: 65 }, (_, at) => shown(at)) },
    { steps: [{ step: 'Jane Doe', after_ms: 1 }] },
    { steps: [{ step: 'opened', after_ms: 1, outcome: 'Jane Doe' }] },
    { steps: [{ step: 'opened', after_ms: -1 }] },
    { steps: [{ step: 'opened' }] },
    { steps: [shown(1)], device_class: 'Jane’s phone' },
    { steps: [shown(1)], language: 'en-x-jane-doe' },
  ]) {
    expect([wrong, (await send(link, wrong)).status]).toEqual([wrong, 422]);
  }
  expect(await lines(link)).toHaveLength(pageSteps.length);
});

it('what else is put into a step is dropped: no person gets into the timeline by it', async () => {
  const link = await newLink(api);
  const step = { ...shown(3), name: 'Jane Doe', detail: { email: 'jane@example.com' } };
  expect((await send(link, { steps: [step] })).status).toBe(200);
  expect((await lines(link)).map(({ detail }) => detail)).toEqual([shown(3)]);
});

it('another page than the one that holds the link tells of no steps, and a dead link takes none', async () => {
  const link = await newLink(api);
  await consent(link, firstPage);
  expect((await send(link, { steps: [shown(1)] }, otherPage)).status).toBe(409);
  await link.post('handoff', { headers: firstPage });
  expect((await send(link, { steps: [shown(1)] })).status).toBe(410);
  expect(await lines(link)).toEqual([]);
});
