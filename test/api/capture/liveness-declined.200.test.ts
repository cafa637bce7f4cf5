import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import { isId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';
import { consent, newLink, type CaptureLink } from './capture-link';
import { setLivenessStage, type LivenessStage } from './liveness-stage';

let stage: LivenessStage;
let api: RunningApi;
beforeAll(async () => {
  stage = await setLivenessStage();
  ({ api } = stage);
});
beforeEach(() => stage.askForLiveness(true));
afterAll(() => api.stop());

async function row({ id }: CaptureLink) {
  if (!isId('session', id)) throw new Error('no session');
  return api.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function counting({ id }: CaptureLink): Promise<number> {
  if (!isId('session', id)) throw new Error('no session');
  const frames = await api.db
    .selectFrom('documents')
    .select('id')
    .where('session_id', '=', id)
    .where('doc_type', '=', 'liveness_frame')
    .where('superseded_at', 'is', null)
    .execute();
  return frames.length;
}

const livenessOf = async (link: CaptureLink) => {
  const { body } = await link.get('state');
  const required = JSON.stringify(body['required']);
  return {
    canDecline: body['can_decline_liveness'],
    isDone: required.includes('{"piece":"liveness","done":true}'),
  };
};

async function restOf(link: CaptureLink): Promise<void> {
  const [, front = Buffer.alloc(0), selfie = Buffer.alloc(0)] = stage.frames;
  await link.post('document-type', { json: { document_type: 'passport', country: 'DE' } });
  await link.upload('documents', front, { side: 'front' });
  await link.upload('selfie', selfie);
}

it('declined, the piece is done and the rest can be submitted', async () => {
  const link = await stage.begun();
  await restOf(link);
  expect(await livenessOf(link)).toEqual({ canDecline: true, isDone: false });
  expect((await link.post('complete')).body).toMatchObject({ error: 'missing_pieces' });
  const { status, body } = await link.post('liveness/decline');
  expect([status, body]).toEqual([200, { declined: true, status: 'capturing' }]);
  expect(await livenessOf(link)).toEqual({ canDecline: false, isDone: true });
  await link.post('liveness/decline');
  const { body: events } = await api.ask('GET', `/api/v1/sessions/${link.id}/events`);
  expect(JSON.stringify(events['data']).match(/"liveness_declined"/g)).toHaveLength(1);
  expect((await link.post('complete')).status).toBe(202);
  expect((await row(link)).liveness_declined).toBe(1);
});

it('frames that come later are judged: the last word counts', async () => {
  const link = await stage.begun();
  await link.post('liveness/decline');
  const { nonce } = await stage.challenged(link);
  expect((await stage.send(link, nonce)).status).toBe(201);
  expect((await row(link)).liveness_declined).toBeNull();
  expect(await counting(link)).toBe(7);
  expect(await livenessOf(link)).toEqual({ canDecline: true, isDone: true });
});

it('frames that came before are set aside, and kept for the reviewers', async () => {
  const link = await stage.begun();
  const { nonce } = await stage.challenged(link);
  await stage.send(link, nonce);
  expect((await link.post('liveness/decline')).status).toBe(200);
  expect(await counting(link)).toBe(0);
  expect(await livenessOf(link)).toEqual({ canDecline: false, isDone: true });
});

it('a reviewer who asks for liveness again is not answered by the earlier no', async () => {
  const link = await stage.begun();
  await link.post('liveness/decline');
  const { id } = await row(link);
  await api.db
    .updateTable('sessions')
    .set({ capture: 2, required_pieces: ['liveness'], asked_since: 2 })
    .where('id', '=', id)
    .execute();
  expect(await livenessOf(link)).toEqual({ canDecline: true, isDone: false });
  expect((await link.post('liveness/decline')).status).toBe(200);
  expect(await livenessOf(link)).toEqual({ canDecline: false, isDone: true });
});

it('422 where nobody asks for liveness, 409 before consent; and nothing is noted', async () => {
  const early = await newLink(api);
  expect((await early.post('liveness/decline')).body).toMatchObject({ error: 'consent_required' });
  await api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify(documentAndSelfieWorkflow) })
    .execute();
  const link = await newLink(api);
  await consent(link);
  expect((await link.post('liveness/decline')).body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'liveness', code: 'not_asked' }],
  });
  for (const one of [early, link]) expect((await row(one)).liveness_declined).toBeNull();
});
