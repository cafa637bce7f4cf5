import { readKnownFields } from '../../../shared/applicant/known-fields';
import { readTypedData } from '../../../shared/applicant/typed-data';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import type { DataRequirements } from '../../../shared/domain/graph/definition';
import { isId } from '../../../shared/domain/ids';
import { startApi, type RunningApi } from '../running-api';
import { hundredMegapixels, html, noisePicture, svg } from '../documents/pictures';
import { stored } from '../documents/stored';
import type { Answer } from '../../processes/api-caller';
import { captureAll, consent, newLink, type CaptureLink } from './capture-link';

let api: RunningApi;
let picture: Buffer;
let faces = 1;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true, deps: { countFaces: () => Promise.resolve(faces) } });
});
beforeEach(async () => {
  faces = 1;
  await askFor({});
});
afterAll(() => api.stop());

/** Sessions created from now on are asked for this. */
async function askFor(more: Partial<DataRequirements>): Promise<void> {
  const requirements = { ...documentAndSelfieWorkflow.requirements, ...more };
  await api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify({ ...documentAndSelfieWorkflow, requirements }) })
    .execute();
}

async function begun(body: Record<string, unknown> = {}): Promise<CaptureLink> {
  const link = await newLink(api, body);
  await consent(link);
  return link;
}

async function row(link: CaptureLink) {
  if (!isId('session', link.id)) throw new Error('not a session');
  return api.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', link.id)
    .executeTakeFirstOrThrow();
}

const typed = (document_type: string, country = 'DE'): { json: unknown } => ({
  json: { document_type, country },
});

it('the whole way: consent, document type, front, selfie, complete', async () => {
  const link = await newLink(api);
  expect((await link.get('state')).body).toMatchObject({ status: 'pending' });
  await captureAll(link, picture);
  expect((await link.get('state')).body).toMatchObject({ status: 'capturing' });
  const submitted = await link.post('complete');
  expect(submitted.status).toBe(202);
  expect(submitted.body).toMatchObject({ id: link.id, is_sandbox: false });
});

describe('consent comes first', () => {
  it('nothing else is accepted before it: 409, and nothing is stored or moved', async () => {
    const link = await newLink(api);
    const answers: Answer[] = [
      await link.post('document-type', typed('passport')),
      await link.upload('documents', picture, { side: 'front' }),
      await link.upload('selfie', picture),
      await link.post('user-info'),
      await link.upload('proof-of-address', picture),
    ];
    for (const answer of answers) {
      expect(answer.body).toMatchObject({ status_code: 409, error: 'consent_required' });
    }
    expect(await stored(api, link.id)).toEqual({ rows: 0, objects: 0 });
    expect((await row(link)).status).toBe('pending');
  });

  it('refused: it is recorded, and moves nothing', async () => {
    const link = await newLink(api);
    const answer = await link.post('consent', { json: { accepted: false, version: '1' } });
    expect(answer.status).toBe(200);
    expect(await row(link)).toMatchObject({ status: 'pending', consent_at: null });
    const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}/events`);
    expect(JSON.stringify(body['data'])).toContain('consent');
  });

  it('given: moment, address and version are kept, and the session has started', async () => {
    const link = await begun();
    expect(await row(link)).toMatchObject({
      status: 'capturing',
      consent_at: expect.any(Date) as unknown,
      consent_ip: '127.0.0.1',
      consent_version: '1',
    });
    const events = await api.db
      .selectFrom('events')
      .select('type')
      .where('session_id', '=', (await row(link)).id)
      .where('type', '=', 'session.started')
      .execute();
    expect(events).toHaveLength(1);
  });
});

describe('the document', () => {
  it('its type is scoped by the workflow', async () => {
    await askFor({ documentTypes: ['passport'] });
    const link = await begun();
    const refused = await link.post('document-type', typed('drivers_license'));
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toMatchObject([{ field: 'document_type' }]);
    expect((await link.post('document-type', typed('passport'))).status).toBe(200);
  });

  it('and by the country: no national identity card of a country that issues none', async () => {
    const link = await begun();
    expect((await link.post('document-type', typed('national_id', 'GB'))).status).toBe(422);
    expect((await link.post('document-type', typed('national_id', 'DE'))).status).toBe(200);
    const unknown = await link.post('document-type', typed('passport', 'XX'));
    expect(unknown.body['errors']).toMatchObject([{ field: 'country' }]);
  });

  it('Kosovo is taken by its user-assigned code', async () => {
    const link = await begun();
    expect((await link.post('document-type', typed('passport', 'XK'))).status).toBe(200);
  });

  it('a country the workflow has types of its own for takes those and no others', async () => {
    await askFor({ documentTypesByCountry: { FR: ['residence_permit'] } });
    const link = await begun();
    expect((await link.post('document-type', typed('passport', 'FR'))).status).toBe(422);
    expect((await link.post('document-type', typed('residence_permit', 'FR'))).status).toBe(200);
    expect((await link.post('document-type', typed('passport', 'DE'))).status).toBe(200);
  });

  it('front and back are two documents; another side is refused by name', async () => {
    const link = await begun();
    await link.post('document-type', typed('national_id'));
    const front = await link.upload('documents', picture, { side: 'front' });
    const back = await link.upload('documents', picture, { side: 'back' });
    expect([front.body['doc_type'], back.body['doc_type']]).toEqual(['id_front', 'id_back']);
    const third = await link.upload('documents', picture, { side: 'edge' });
    expect(third.body['errors']).toMatchObject([{ field: 'side' }]);
    const none = await link.upload('documents', picture);
    expect(none.body['errors']).toMatchObject([{ field: 'side' }]);
  });

  it('changed to a passport, it has no back any more', async () => {
    const link = await begun();
    await link.post('document-type', typed('national_id'));
    await link.upload('documents', picture, { side: 'back' });
    await link.post('document-type', typed('passport'));
    const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}/documents`);
    expect(body['data']).toEqual([]);
    expect(await stored(api, link.id)).toEqual({ rows: 1, objects: 1 });
    const back = await link.upload('documents', picture, { side: 'back' });
    expect(back.body['errors']).toMatchObject([{ field: 'side' }]);
  });

  it.each([
    ['a JPEG that is cut off', () => picture.subarray(0, picture.length / 2), 422, 'invalid_image'],
    ['10.1 MB', () => Buffer.alloc(10.1 * 1024 * 1024, picture), 413, 'payload_too_large'],
    ['100 megapixels', hundredMegapixels, 422, 'image_too_large'],
    ['SVG named .jpg', () => svg, 415, 'unsupported_file_type'],
    ['HTML named .jpg', () => html, 415, 'unsupported_file_type'],
  ])('%s is refused and nothing is stored', async (_name, bytes, status, error) => {
    const link = await begun();
    const answer = await link.upload('documents', bytes(), { side: 'front' });
    expect(answer.body).toMatchObject({ status_code: status, error });
    expect(await stored(api, link.id)).toEqual({ rows: 0, objects: 0 });
  });

  it('tells a person at once what to do better: hints, and whether to take it again', async () => {
    faces = 0;
    const link = await begun();
    const front = await link.upload('documents', picture, { side: 'front' });
    expect(front.body['hints']).toMatchObject({ too_small: true, no_face: true, retake: true });
  });
});

it('a selfie shows exactly one face', async () => {
  const link = await begun();
  for (faces of [0, 2]) {
    expect((await link.upload('selfie', picture)).body).toMatchObject({ error: 'face_count' });
  }
  faces = 1;
  expect((await link.upload('selfie', picture)).status).toBe(201);
});

describe('user info', () => {
  const userInfo = [
    { field: 'email', required: true },
    { field: 'phone', required: false },
    { field: 'date_of_birth', required: true },
  ];

  it('is validated by field, and refused whole', async () => {
    await askFor({ userInfo });
    const link = await begun();
    const json = { email: 'no address', phone: 'none', date_of_birth: '2001-02-30' };
    const refused = await link.post('user-info', { json });
    expect(refused.status).toBe(422);
    const errors = JSON.stringify(refused.body['errors']);
    for (const field of Object.keys(json)) expect(errors).toContain(`"field":"${field}"`);
    expect(errors).not.toContain('no address');
    expect((await row(link)).typed_sealed).toBeNull();
  });

  it('keeps what the workflow asks for only, sealed, beside what the integrator knew', async () => {
    await askFor({ userInfo });
    const link = await begun({ fields: { first_name: 'Erika' } });
    const json = { email: 'erika@example.com', date_of_birth: '1964-08-12', shoe_size: '38' };
    expect((await link.post('user-info', { json })).status).toBe(200);
    const session = await row(link);
    expect(session.typed_sealed?.includes('erika@example.com')).toBe(false);
    const typed = readTypedData(api.keyring, session);
    expect(typed.user_info?.values).toEqual({
      email: 'erika@example.com',
      date_of_birth: '1964-08-12',
    });
    expect(readKnownFields(api.keyring, session)).toEqual({ first_name: 'Erika' });
  });
});

describe('complete', () => {
  async function missing(link: CaptureLink): Promise<unknown> {
    const refused = await link.post('complete');
    expect(refused.body).toMatchObject({ status_code: 422, error: 'missing_pieces' });
    return refused.body['missing'];
  }

  it('names every piece that is missing, one less with every step', async () => {
    await askFor({ userInfo: [{ field: 'email', required: true }], proofOfAddress: true });
    const link = await begun({ fields: { email: 'known@example.com' } });
    const rest = ['id_front', 'selfie', 'user_info.email', 'proof_of_address'];
    expect(await missing(link)).toEqual(['document_type', ...rest]);
    await link.post('document-type', typed('national_id'));
    expect(await missing(link)).toEqual(['id_front', 'id_back', ...rest.slice(1)]);
    await link.upload('documents', picture, { side: 'front' });
    await link.upload('documents', picture, { side: 'back' });
    await link.upload('selfie', picture);
    // What the integrator filled in spares the person nothing.
    expect(await missing(link)).toEqual(['user_info.email', 'proof_of_address']);
    await link.post('user-info', { json: { email: 'erika@example.com' } });
    const proof = await link.upload('proof-of-address', picture, {
      poa_document_type: 'utility_bill',
      poa_document_date: '2025-01-31',
    });
    expect(proof.status).toBe(201);
    expect((await link.post('complete')).status).toBe(202);
  });

  it('of a resubmission asks only for the pieces that the reviewer named, as new ones', async () => {
    const link = await begun();
    await link.post('document-type', typed('passport'));
    await link.upload('documents', picture, { side: 'front' });
    await link.upload('selfie', picture);
    const session = await row(link);
    // What a reviewer's resubmission writes, beside a new link.
    await api.db
      .updateTable('sessions')
      .set({ capture: session.capture + 1, required_pieces: ['selfie'] })
      .where('id', '=', session.id)
      .execute();
    expect(await missing(link)).toEqual(['selfie']);
    // The very same picture again is a new document of this capture.
    expect((await link.upload('selfie', picture)).status).toBe(201);
    expect((await link.post('complete')).status).toBe(202);
  });

  it('in the sandbox it waits for the outcome, which the same client chooses', async () => {
    const link = await newLink(api, {}, api.sandboxKey);
    await captureAll(link, picture);
    expect((await link.post('complete')).body).toMatchObject({
      status: 'sandbox_pending',
      is_sandbox: true,
    });
    const chosen = await link.post('sandbox-outcome', { json: { outcome: 'reject' } });
    expect(chosen.body).toMatchObject({ outcome: 'reject', status: 'completed' });
  });

  it('a live session has no outcome to choose: 403', async () => {
    const link = await begun();
    const chosen = await link.post('sandbox-outcome', { json: { outcome: 'approve' } });
    expect(chosen.body).toMatchObject({ status_code: 403, error: 'sandbox_only' });
    expect((await row(link)).status).toBe('capturing');
  });
});
