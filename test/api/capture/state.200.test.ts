import { z } from 'zod';
import { definitionView } from '../../../services/api/workflows/definition-view';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import { isId } from '../../../shared/domain/ids';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { setSettings } from '../../stack/set-settings';
import { text } from '../../processes/api-caller';
import { byPage, captureAll, consent, firstPage, linkAt, newLink, otherPage } from './capture-link';

let api: RunningApi;
let picture: Buffer;
let at: Date;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true, now: () => at });
});
beforeEach(async () => {
  at = new Date();
  await setSettings(api.db, {}, 'live');
});
afterAll(() => api.stop());

const documentsOf = (body: Record<string, unknown>) =>
  z
    .array(z.object({ id: z.string(), piece: z.string(), media_type: z.string() }))
    .parse(body['documents']);

it('live: whose it is, in which language, what is accepted and how much of it is left', async () => {
  const link = await newLink(api, { language: 'PT-br', country: 'NL' });
  const { body } = await link.get('state');
  expect(body).toMatchObject({
    session_id: link.id,
    organization: {
      name: 'First organisation',
      logo_url: null,
      support_url: null,
      privacy_url: null,
      show_result: false,
    },
    language: 'pt-BR',
    country: 'NL',
    limits: { files_left: 40, challenges_left: 20 },
    accepts: {
      formats: ['image/jpeg', 'image/png', 'image/webp'],
      poa_formats: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
      max_bytes: 10 * 1024 * 1024,
    },
    capture: { handoff: 'offer', files: 'allowed' },
    can_extend: true,
    can_decline_liveness: false,
    data_retention_days: 365,
    documents: [],
  });
  const session = await api.ask('GET', `/api/v1/sessions/${link.id}`);
  expect(session.body).toMatchObject({ language: 'pt-BR' });
});

it('422 for a session in no language', async () => {
  const json = { language: 'en-x-jane-doe' };
  const { body } = await api.ask('POST', '/api/v1/sessions', { json });
  expect(body).toMatchObject({ status_code: 422, errors: [{ field: 'language' }] });
});

it('the language outlives a redaction: it names nobody', async () => {
  const link = await newLink(api, { language: 'ar' });
  await api.ask('DELETE', `/api/v1/sessions/${link.id}/data`);
  const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}`);
  expect(body).toMatchObject({ retention_status: 'redacted', language: 'ar' });
});

it('who calls is told whether the link is theirs', async () => {
  const link = await newLink(api);
  const asked = async (headers: Record<string, string>) =>
    (await link.get('state', { headers })).body;
  expect(await asked({})).toMatchObject({ client: 'api', bound_client: false });
  expect(await asked(firstPage)).toMatchObject({ client: 'page', bound_client: false });
  await consent(link, firstPage);
  expect(await asked(firstPage)).toMatchObject({ client: 'page', bound_client: true });
  expect(await asked({ Cookie: `verifa_page=${firstPage['X-Verifa-Page']}` })).toMatchObject({
    client: 'page',
    bound_client: true,
  });
});

it("an organisation's settings, and before them its workflow's, rule the page", async () => {
  await setSettings(
    api.db,
    { handoff: 'force', show_result: true, allow_extend: false, data_retention_days: 30 },
    'live',
  );
  const plain = await newLink(api);
  expect((await plain.get('state')).body).toMatchObject({
    organization: { show_result: true },
    capture: { handoff: 'force', files: 'allowed' },
    can_extend: false,
    data_retention_days: 30,
  });
  const capture = { handoff: 'off', files: 'camera_only' };
  const definition = { ...definitionView(documentAndSelfieWorkflow), capture };
  const made = await api.ask('POST', '/api/v1/workflows', { json: { name: 'camera', definition } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ definition: { capture } });
  const link = await newLink(api, { workflow_id: text(made.body, 'id') });
  expect((await link.get('state')).body).toMatchObject({ capture });
});

describe('the files that are there already', () => {
  it("are the person's own, and told to the page that holds the link alone", async () => {
    const link = byPage(await newLink(api), firstPage);
    const form = new FormData();
    form.append('document_type', 'selfie');
    form.append('file', new Blob([new Uint8Array(picture)]), 'a.jpg');
    const theirs = await api.ask('POST', `/api/v1/sessions/${link.id}/documents`, { form });
    expect(theirs.status).toBe(201);
    await consent(link);
    await link.post('document-type', { json: { document_type: 'passport', country: 'DE' } });
    const own = await link.upload('documents', picture, { side: 'front' });
    const { body } = await link.get('state');
    // The integrator's is done, and nobody's to look at.
    expect(body['required']).toContainEqual({ piece: 'selfie', done: true });
    expect(documentsOf(body)).toEqual([
      { id: text(own.body, 'id'), piece: 'id_front', media_type: 'image/jpeg' },
    ]);
    expect(body['limits']).toMatchObject({ files_left: 38 });

    const handed = await link.post('handoff');
    const fresh = linkAt(link.id, text(handed.body, 'capture_url'));
    expect(documentsOf((await fresh.get('state', { headers: otherPage })).body)).toEqual([]);
    await consent(fresh, otherPage);
    expect(documentsOf((await fresh.get('state', { headers: otherPage })).body)).toHaveLength(1);
  });
});

describe('after submit', () => {
  async function ended(outcome: 'approve' | 'reject') {
    const link = await newLink(api, { language: 'de' }, api.sandboxKey);
    await captureAll(link, picture);
    await link.post('complete');
    expect((await link.get('state')).body).not.toHaveProperty('outcome');
    await link.post('sandbox-outcome', { json: { outcome } });
    return link;
  }

  it('whose it was and that it ended; not how, unless the organisation shows it', async () => {
    const link = await ended('approve');
    expect((await link.get('state')).body).toEqual({
      session_id: link.id,
      status: 'completed',
      organization: {
        name: 'First organisation',
        logo_url: null,
        support_url: null,
        privacy_url: null,
        show_result: false,
        texts: {},
      },
      language: 'de',
      redirect_url: null,
    });
  });

  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)('%s is shown as %s where the organisation shows it', async (chosen, outcome) => {
    await setSettings(api.db, { show_result: true }, 'sandbox');
    const link = await ended(chosen);
    expect((await link.get('state')).body).toMatchObject({ status: 'completed', outcome });
    const { id } = link;
    if (!isId('session', id)) throw new Error('no session');
    // Given back by a reprocess: no result stands.
    await api.db
      .updateTable('results')
      .set({ withdrawn_at: at })
      .where('session_id', '=', id)
      .execute();
    expect((await link.get('state')).body).not.toHaveProperty('outcome');
  });
});
