import { z } from 'zod';
import { funnelDimensions, funnelSteps } from '../../../services/api/analytics/funnel-object';
import { captureAll, consent, newLink } from '../capture/capture-link';
import { noisePicture } from '../documents/pictures';
import { eventually } from '../../processes/running-process';
import { noRates } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';

/** Where people stop: counted, and nobody named. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true, deps: { rates: noRates } });
  await capturedAs('phone', 'de', 'DE');
  await stoppedAtConsent('desktop', 'en', 'MT');
  await api.create();
  await api.create({}, api.sandboxKey);
}, 120_000);
afterAll(() => api.stop());

const picture = () => noisePicture(21, 1200, 900);

async function setCountry(id: string, country: string): Promise<void> {
  await api.db
    .updateTable('sessions')
    .set({ country })
    .where((where) => where.eb(where.cast<string>('id', 'text'), '=', id))
    .execute();
}

async function capturedAs(device: string, language: string, country: string): Promise<void> {
  const link = await newLink(api);
  await setCountry(link.id, country);
  const about = { device_class: device, language };
  const step = (name: string, after: number, outcome: string) => ({
    step: name,
    after_ms: after,
    outcome,
  });
  await link.post('signals', {
    json: {
      ...about,
      steps: [
        step('opened', 0, 'shown'),
        step('selfie', 1_000, 'shown'),
        step('selfie', 2_000, 'camera_denied'),
        step('selfie', 9_000, 'done'),
      ],
    },
  });
  await captureAll(link, await picture());
  // One taken again.
  await link.upload('documents', await noisePicture(22, 1200, 900), { side: 'front' });
  await link.post('complete');
  await eventually('a decision', async () => {
    const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}`);
    return body['status'] === 'completed' ? true : undefined;
  });
}

async function stoppedAtConsent(device: string, language: string, country: string): Promise<void> {
  const link = await newLink(api);
  await setCountry(link.id, country);
  await link.post('signals', {
    json: {
      device_class: device,
      language,
      steps: [{ step: 'opened', after_ms: 0, outcome: 'shown' }],
    },
  });
  await consent(link);
}

const group = z.object({
  key: z.string().nullable(),
  steps: z.record(z.enum(funnelSteps), z.number()),
  decided: z.object({ approved: z.number(), rejected: z.number() }),
  camera_denied: z.number(),
});
const funnelSchema = z.object({
  sessions: z.number(),
  is_partial: z.boolean(),
  groups: z.array(group),
  retakes: z.record(z.string(), z.number()),
  step_times: z.array(z.object({ step: z.string(), sessions: z.number(), p50_ms: z.number() })),
});

const range = () => {
  const now = Date.now();
  const at = (ms: number) => encodeURIComponent(new Date(ms).toISOString());
  return `from=${at(now - 3_600_000)}&to=${at(now + 60_000)}`;
};

async function funnel(query = '', key = api.liveKey): Promise<z.infer<typeof funnelSchema>> {
  const { status, body } = await api.ask('GET', `/api/v1/analytics/funnel?${range()}${query}`, {
    key,
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  return funnelSchema.parse(body);
}

it('counts how far they came, what was taken again, and how long a screen took', async () => {
  const counted = await funnel();
  expect(counted).toMatchObject({
    sessions: 3,
    is_partial: false,
    groups: [
      {
        key: null,
        steps: {
          created: 3,
          opened: 2,
          consent: 2,
          document_type: 1,
          document: 1,
          selfie: 1,
          liveness: 0,
          submitted: 1,
          decided: 1,
        },
        camera_denied: 1,
      },
    ],
  });
  expect(Object.values(counted.retakes).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  expect(counted.step_times).toEqual([
    expect.objectContaining({ step: 'selfie', sessions: 1, p50_ms: 8_000 }),
  ]);
});

it.each([
  ['country', ['DE', 'MT']],
  ['device', ['desktop', 'phone']],
  ['language', ['de', 'en']],
] as const)('told apart by %s', async (by, keys) => {
  const { groups } = await funnel(`&by=${by}`);
  expect(groups.flatMap(({ key }) => key ?? []).sort()).toEqual([...keys].sort());
  const sum = groups.reduce((all, { steps }) => all + steps.created, 0);
  expect(sum).toBe(3);
});

it('every dimension answers, and none names a session or a person', async () => {
  for (const by of funnelDimensions) {
    expect(JSON.stringify(await funnel(`&by=${by}`))).not.toMatch(/ses_|doc_|usr_/);
  }
});

it("another environment's sessions are not among them", async () => {
  expect(await funnel('', api.sandboxKey)).toMatchObject({ sessions: 1 });
});

it('nothing in a time without sessions; 422 for a range that is none, or too long', async () => {
  const ask = (query: string) => api.ask('GET', `/api/v1/analytics/funnel?${query}`);
  const empty = await ask('from=2020-01-01&to=2020-01-02');
  expect(empty.body).toMatchObject({ sessions: 0, groups: [], step_times: [] });
  for (const query of [
    'from=2026-01-02&to=2026-01-01',
    'from=2026-01-01&to=2026-01-01',
    'from=2020-01-01&to=2026-01-01',
    'from=2026-01-01',
    'from=yesterday&to=today',
  ]) {
    expect((await ask(query)).status).toBe(422);
  }
});
