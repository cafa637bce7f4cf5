import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import { newId } from '../../../shared/domain/ids';
import { call, text } from '../../processes/api-caller';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const collectingLiveness = {
  ...defaultWorkflow,
  requirements: { ...defaultWorkflow.requirements, liveness: true },
};
const message = 'Plantedword: the picture shows your thumb.';
const asked = [
  'selfie',
  { piece: 'id_front', reason_code: 'blurred', message },
  { piece: 'document_type', reason_code: 'wrong_document' },
  { piece: 'liveness' },
];
const told = [
  { piece: 'document_type', reason_code: 'wrong_document', message: null },
  { piece: 'id_front', reason_code: 'blurred', message },
  { piece: 'selfie', reason_code: null, message: null },
  { piece: 'liveness', reason_code: null, message: null },
];

async function stateOf(sessionId: string) {
  const session = await stage.ask('GET', `/sessions/${sessionId}`);
  return call('GET', `${text(session.body, 'capture_url')}/state`, {});
}

test('the person is told what is asked again and why, over every link, until they are erased', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const sent = await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces: asked });
  expect(sent.body).toMatchObject({ status: 'closed', session_status: 'pending' });
  expect((await stateOf(sessionId)).body).toMatchObject({ asked_again: told, document_type: null });

  await stage.ask('POST', `/sessions/${sessionId}/expire`);
  await stage.ask('POST', `/sessions/${sessionId}/resume`);
  const { body } = await stateOf(sessionId);
  expect(body).toMatchObject({ asked_again: told });
  const open = { done: false };
  expect(body['required']).toEqual(
    expect.arrayContaining([
      { piece: 'document_type', ...open },
      { piece: 'id_front', ...open },
      { piece: 'selfie', ...open },
      { piece: 'liveness', ...open },
    ]),
  );
  const exported = await stage.ask('GET', `/sessions/${sessionId}/export`);
  expect(JSON.stringify(exported.body['asked_again'])).toContain(message);

  const history = await stage.api.temporal.workflow.getHandle(sessionId).fetchHistory();
  expect(JSON.stringify(history)).not.toContain(Buffer.from('Plantedword').toString('base64'));
  expect(stage.api.log()).not.toContain('Plantedword');

  await stage.ask('DELETE', `/sessions/${sessionId}/data`);
  const rows = await stage.api.db
    .selectFrom('asked_again')
    .selectAll()
    .where('session_id', '=', sessionId)
    .execute();
  expect(rows).toHaveLength(4);
  expect(rows.filter((row) => row.message_sealed !== null)).toEqual([]);
});

test('of two who ask at once one is heard, and shown with their own words', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const words = ['first words', 'second words'];
  await Promise.all(
    words.map((message) =>
      stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces: [{ piece: 'selfie', message }] }),
    ),
  );
  const { body } = await stateOf(sessionId);
  const exported = await stage.ask('GET', `/sessions/${sessionId}/export`);
  const one = { piece: 'selfie', reason_code: null, message: expect.any(String) as unknown };
  expect(body['asked_again']).toEqual([one]);
  expect(exported.body['asked_again']).toMatchObject([one]);
});

test('an old performance is not judged in place of the one that was asked for', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const { db } = stage.api;
  const selfie = await db
    .selectFrom('documents')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('doc_type', '=', 'selfie')
    .executeTakeFirstOrThrow();
  const frame = newId('document');
  await db
    .insertInto('documents')
    .values({ ...selfie, id: frame, doc_type: 'liveness_frame', hints: null })
    .execute();
  await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces: ['liveness'] });
  // Nobody performs it: the integrator submits what there is.
  const session = await stage.ask('GET', `/sessions/${sessionId}`);
  const consent = { json: { accepted: true, version: '1' } };
  await call('POST', `${text(session.body, 'capture_url')}/consent`, consent);
  expect((await stage.ask('POST', `/sessions/${sessionId}/submit`)).status).toBe(202);
  const { document_ids: judged } = await db
    .selectFrom('attempts')
    .select('document_ids')
    .where('session_id', '=', sessionId)
    .where('attempt', '=', 2)
    .executeTakeFirstOrThrow();
  expect(judged).toContain(selfie.id);
  expect(judged).not.toContain(frame);
});

test('a reviewer who asks for liveness again gets another draw, and one who asks for a selfie does not', async () => {
  const drawn = async (pieces: readonly string[]): Promise<unknown> => {
    const { sessionId, caseId } = await stage.underReview();
    await stage.api.db
      .insertInto('liveness_challenges')
      .values({
        nonce_hash: randomBytes(32),
        session_id: sessionId,
        capture: 1,
        // No draw says one thing three times.
        challenges: ['nod', 'nod', 'nod'],
        colours: null,
        issued_at: new Date(),
        expires_at: new Date(),
      })
      .execute();
    await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces });
    // Whatever the workflow collects, what is welcome may be performed.
    await stage.api.db
      .updateTable('workflow_versions')
      .set({ definition: JSON.stringify(collectingLiveness) })
      .execute();
    const { body } = await stage.ask('GET', `/sessions/${sessionId}`);
    const url = text(body, 'capture_url');
    await call('POST', `${url}/consent`, { json: { accepted: true, version: '1' } });
    return (await call('POST', `${url}/liveness/challenge`, { json: {} })).body['challenges'];
  };
  const again = z.array(z.string()).parse(await drawn(['liveness']));
  expect(new Set(again).size).toBe(3);
  expect(await drawn(['selfie'])).toEqual(['nod', 'nod', 'nod']);
});

test('a back is asked of a front that was read as a kind that has one, and of no new front', async () => {
  const required: unknown[] = [];
  for (const pieces of [['selfie'], ['id_front']]) {
    const { sessionId, caseId } = await stage.underReview();
    // As a reviewer reads it; the engine's own reading counts alike.
    const fields = { document_type: 'national_id' };
    await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields });
    await stage.reached(sessionId, 'under_review');
    await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces });
    required.push((await stateOf(sessionId)).body['required']);
  }
  const back = { piece: 'id_back', done: false };
  expect(required[0]).toContainEqual(back);
  expect(required[1]).not.toContainEqual(back);
  expect(required[1]).toContainEqual({ piece: 'id_front', done: false });
});

describe('refused with 422, and nothing moves', () => {
  test.each([
    ['a piece that there is not', ['passport'], 'pieces.0.piece'],
    ['no piece', [], 'pieces'],
    ['one twice', ['selfie', { piece: 'selfie', message: 'x' }], 'pieces.1'],
    ['words without end', [{ piece: 'selfie', message: 'x'.repeat(501) }], 'pieces.0.message'],
    ['a sentence for a code', [{ piece: 'selfie', reason_code: 'A b' }], 'pieces.0.reason_code'],
    ['what the workflow does not ask', ['selfie', 'user_info'], 'pieces.1'],
  ])('%s', async (_what, pieces, field) => {
    const { sessionId, caseId } = await stage.underReview();
    const refused = await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces });
    expect(refused.body).toMatchObject({ status_code: 422, errors: [{ field }] });
    expect(await stage.status(sessionId)).toBe('under_review');
  });
});
