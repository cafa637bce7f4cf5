import { readTypedData } from '../../../shared/applicant/typed-data';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import { isId } from '../../../shared/domain/ids';
import { startApi, type RunningApi } from '../running-api';
import { file, text, type Answer } from '../../processes/api-caller';
import { noisePicture } from './pictures';

/** An integrator without a page says which document it is, and of when a proof of address is (A6). */
let api: RunningApi;
let picture: Buffer;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true });
  const { requirements, ...rest } = documentAndSelfieWorkflow;
  const byCountry = { US: ['passport', 'drivers_license'] } as const;
  await api.db
    .updateTable('workflow_versions')
    .set({
      definition: JSON.stringify({
        ...rest,
        requirements: {
          ...requirements,
          documentTypes: ['passport', 'drivers_license', 'national_id'],
          documentTypesByCountry: byCountry,
          proofOfAddress: true,
        },
      }),
    })
    .execute();
});
afterAll(() => api.stop());

const create = (json: object): Promise<Answer> => api.ask('POST', '/api/v1/sessions', { json });

function upload(id: string, type: string, parts: Record<string, string> = {}): Promise<Answer> {
  const form = file(picture, 'any.jpg', { document_type: type, ...parts });
  return api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
}

async function missing(id: string): Promise<unknown> {
  return (await api.ask('POST', `/api/v1/sessions/${id}/submit`)).body['missing'];
}

async function row(id: string) {
  if (!isId('session', id)) throw new Error('no session');
  return api.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

it('declared on create, a licence is not submitted without its back', async () => {
  const created = await create({ document_type: 'drivers_license', document_country: 'nl' });
  expect(created.body).toMatchObject({ document_type: 'drivers_license' });
  const id = text(created.body, 'id');
  expect(await row(id)).toMatchObject({ document_country: 'NL' });
  await upload(id, 'id_front');
  await upload(id, 'selfie');
  expect(await missing(id)).toEqual(['id_back']);
});

it('declared with an upload the same; a passport declared later asks for no back, and has none', async () => {
  const id = await api.create();
  const parts = { id_document_type: 'national_id', id_document_country: 'de' };
  expect((await upload(id, 'id_front', parts)).status).toBe(201);
  expect(await row(id)).toMatchObject({ document_type: 'national_id', document_country: 'DE' });
  await upload(id, 'id_back', parts);
  expect(await missing(id)).toEqual(['selfie']);
  await upload(id, 'selfie', { id_document_type: 'passport' });
  expect(await row(id)).toMatchObject({ document_type: 'passport', document_country: 'DE' });
  const backs = await api.db
    .selectFrom('documents')
    .select('superseded_at')
    .where('doc_type', '=', 'id_back')
    .execute();
  expect(backs.map(({ superseded_at: at }) => at)).not.toContain(null);
});

it('a repeat of what is declared already writes no second step', async () => {
  const id = await api.create();
  const parts = { id_document_type: 'passport' };
  for (const type of ['id_front', 'selfie', 'id_front']) await upload(id, type, parts);
  const { body } = await api.ask('GET', `/api/v1/sessions/${id}/events`);
  expect(JSON.stringify(body).match(/document_type_chosen/g)).toHaveLength(1);
});

it('undeclared stays allowed: nothing but front and selfie is asked', async () => {
  const id = await api.create();
  await upload(id, 'id_front');
  await upload(id, 'selfie');
  expect(await missing(id)).toBeUndefined();
  expect(await row(id)).toMatchObject({ document_type: null });
});

it.each([
  ['a kind that is none', { document_type: 'library_card' }, 'document_type', 'invalid_value'],
  ['a kind not accepted', { document_type: 'residence_permit' }, 'document_type', 'not_allowed'],
  [
    'a kind not accepted of that country',
    { document_type: 'national_id', document_country: 'GB' },
    'document_type',
    'not_allowed',
  ],
  ['no country', { document_country: 'XX' }, 'document_country', 'unknown_country'],
])('create, 422: %s', async (_what, json, field, code) => {
  const answer = await create(json);
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field, code }] });
});

it.each([
  ['id_front', { id_document_type: 'residence_permit' }, 'id_document_type', 'not_allowed'],
  ['id_front', { id_document_country: 'XX' }, 'id_document_country', 'unknown_country'],
  ['id_back', { id_document_type: 'passport' }, 'document_type', 'not_asked'],
  ['id_front', { poa_document_date: '2026-01-01' }, 'poa_document_date', 'not_of_this_document'],
  ['proof_of_address', { poa_document_date: '2999-01-01' }, 'poa_document_date', 'in_future'],
  ['proof_of_address', { poa_document_type: 'postcard' }, 'poa_document_type', 'invalid_value'],
])('an upload as %s with %j, 422, and nothing moves', async (type, parts, field, code) => {
  const id = await api.create();
  const answer = await upload(id, type, parts);
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field, code }] });
  expect(await row(id)).toMatchObject({ status: 'pending', document_type: null });
});

it('what is said of a proof of address is what its check is told; the next proof begins anew', async () => {
  const id = await api.create();
  const facts = { poa_document_type: 'utility_bill', poa_document_date: '2026-01-31' };
  expect((await upload(id, 'proof_of_address', facts)).status).toBe(201);
  expect(readTypedData(api.keyring, await row(id)).proof_of_address).toEqual({
    document_type: 'utility_bill',
    document_date: '2026-01-31',
  });
  await upload(id, 'proof_of_address', { poa_document_type: 'bank_statement' });
  expect(readTypedData(api.keyring, await row(id)).proof_of_address).toEqual({
    document_type: 'bank_statement',
  });
});
