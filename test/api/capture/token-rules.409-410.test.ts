import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { call, text, type Answer } from '../../processes/api-caller';
import { captureAll, consent, firstPage, linkAt, newLink, otherPage } from './capture-link';

let api: RunningApi;
let picture: Buffer;
let aheadMs = 0;
beforeAll(async () => {
  picture = await noisePicture(1);
  const clock = (): Date => new Date(Date.now() + aheadMs);
  api = await startApi({ worker: true, deps: { clock } });
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => api.stop());

function unavailable(answer: Answer): unknown {
  expect(answer.status).toBe(410);
  return { ...answer.body, request_id: null };
}

describe('unknown, revoked, run out and used answer alike', () => {
  it('to every step, reading and writing', async () => {
    const [replaced, expired, ranOut, submitted] = await Promise.all([
      newLink(api),
      newLink(api),
      newLink(api),
      newLink(api),
    ]);
    await api.ask('POST', `/api/v1/sessions/${replaced.id}/generate-one-time-link`, { json: {} });
    await api.ask('POST', `/api/v1/sessions/${expired.id}/expire`);
    await captureAll(submitted, picture);
    await submitted.post('complete');
    const { expires_at: end } = (await ranOut.get('state')).body;
    const dead = [
      linkAt('ses_', `${api.url}/verify/${'A'.repeat(43)}`),
      linkAt('ses_', `${api.url}/verify/short`),
      replaced,
      expired,
      ranOut,
    ];
    aheadMs = Date.parse(String(end)) - Date.now();
    const answers: unknown[] = [];
    for (const link of dead) {
      answers.push(unavailable(await link.get('state')), unavailable(await consent(link)));
    }
    // Submitted, and asked by somebody else: nothing tells that there ever was a link.
    answers.push(unavailable(await submitted.get('state', { headers: otherPage })));
    answers.push(unavailable(await submitted.post('complete', { headers: otherPage })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ error: 'token_unavailable', status_code: 410 });
  });

  it('a handed-off link takes no step more, and the fresh one is for anybody', async () => {
    const link = await newLink(api);
    await consent(link, firstPage);
    const handed = await link.post('handoff', { headers: firstPage });
    expect(handed.status).toBe(201);
    expect(handed.body['qr_code_data_url']).toMatch(/^data:image\/png;base64,/);
    unavailable(await consent(link, firstPage));
    unavailable(await link.get('state', { headers: otherPage }));
    const fresh = linkAt(link.id, text(handed.body, 'capture_url'));
    expect((await fresh.get('state', { headers: otherPage })).body).toMatchObject({
      status: 'capturing',
    });
    expect((await consent(fresh, otherPage)).status).toBe(200);
    expect((await fresh.get('state', { headers: firstPage })).body).toMatchObject({
      error: 'link_in_use',
    });
  });
});

describe('one capture by one client', () => {
  it('GETs never bind', async () => {
    const link = await newLink(api);
    for (const headers of [{}, firstPage, otherPage]) {
      expect((await link.get('state', { headers })).status).toBe(200);
    }
    const links = await api.ask('GET', `/api/v1/sessions/${link.id}/links`);
    expect(links.body['data']).toMatchObject([{ status: 'created', bound_at: null }]);
  });

  it('the first POST of a page binds to that page: others get 409, reading and writing', async () => {
    const link = await newLink(api);
    expect((await consent(link, firstPage)).status).toBe(200);
    for (const headers of [{}, otherPage]) {
      expect((await consent(link, headers)).body).toMatchObject({
        status_code: 409,
        error: 'link_in_use',
      });
      expect((await link.get('state', { headers })).status).toBe(409);
    }
    const cookie = { Cookie: `other=1; verifa_page=${firstPage['X-Verifa-Page']}` };
    expect((await link.get('state', { headers: cookie })).status).toBe(200);
  });

  it('without a page it binds to API-only use, and a page comes too late', async () => {
    const link = await newLink(api);
    await consent(link);
    expect((await link.get('state')).status).toBe(200);
    expect((await link.get('state', { headers: firstPage })).body).toMatchObject({
      error: 'link_in_use',
    });
  });

  it('of two first POSTs at once one gets it', async () => {
    const link = await newLink(api);
    const answers = await Promise.all([consent(link, firstPage), consent(link, otherPage)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('the integrator with its key works on the session beside the bound page', async () => {
    const link = await newLink(api);
    await consent(link, firstPage);
    const form = new FormData();
    form.append('document_type', 'id_front');
    form.append('file', new Blob([new Uint8Array(picture)]), 'a.jpg');
    const uploaded = await api.ask('POST', `/api/v1/sessions/${link.id}/documents`, { form });
    expect(uploaded.status).toBe(201);
  });
});

describe('after submit', () => {
  it('the bound client reads the status and repeats complete; all else is 410', async () => {
    const link = await newLink(api);
    await captureAll(link, picture);
    expect((await link.post('complete')).status).toBe(202);
    const state = await link.get('state');
    expect(state.status).toBe(200);
    expect(state.body).not.toHaveProperty('required');
    expect((await link.post('complete')).status).toBe(202);
    for (const step of ['handoff', 'document-type', 'user-info']) {
      unavailable(await link.post(step));
    }
    unavailable(await consent(link));
    unavailable(await link.upload('selfie', picture));
  });

  it('until ten minutes after the end', async () => {
    const link = await newLink(api, {}, api.sandboxKey);
    await consent(link);
    const chosen = await link.post('sandbox-outcome', { json: { outcome: 'approve' } });
    expect(chosen.body).toMatchObject({ outcome: 'approve', status: 'completed' });
    const session = await call('GET', `${api.url}/api/v1/sessions/${link.id}`, {
      key: api.sandboxKey,
    });
    const endedAt = Date.parse(text(session.body, 'completed_at'));
    aheadMs = endedAt + 9 * 60_000 - Date.now();
    expect((await link.get('state')).body).toMatchObject({ status: 'completed' });
    aheadMs = endedAt + 10 * 60_000 - Date.now();
    unavailable(await link.get('state'));
  });

  it("and not through an integrator's reprocess, which is none of the person's matter", async () => {
    const link = await newLink(api, {}, api.sandboxKey);
    await captureAll(link, picture);
    await link.post('complete');
    await link.post('sandbox-outcome', { json: { outcome: 'approve' } });
    const path = `${api.url}/api/v1/sessions/${link.id}/reprocess`;
    expect((await call('POST', path, { key: api.sandboxKey })).status).toBe(202);
    unavailable(await link.get('state'));
    unavailable(await link.post('sandbox-outcome', { json: { outcome: 'reject' } }));
  });

  it('two completes at once are both told that it is submitted', async () => {
    const link = await newLink(api);
    await captureAll(link, picture);
    const answers = await Promise.all([link.post('complete'), link.post('complete')]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  });
});

it('a step that begins in time counts, though the link runs out before it is recorded', async () => {
  const link = await newLink(api);
  await consent(link);
  await link.post('document-type', { json: { document_type: 'passport', country: 'DE' } });
  // The store is where time passes: the upload was judged before, its row comes after.
  const put = api.objects.put.bind(api.objects);
  jest.spyOn(api.objects, 'put').mockImplementationOnce(async (key, body) => {
    await put(key, body);
    aheadMs = 21 * 60_000;
  });
  expect((await link.upload('documents', picture, { side: 'front' })).status).toBe(201);
  unavailable(await link.get('state'));
});
