import { setRecordStage, type RecordStage } from './record-stage';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

async function judged(standing: {
  readonly liveness_declined?: number;
  readonly required_pieces?: string[];
  readonly asked_since?: number;
}) {
  const session = await stage.judging({});
  await stage.db
    .updateTable('sessions')
    .set({ ...standing, updated_at: new Date() })
    .where('id', '=', session.id)
    .execute();
  return stage.run(session, 'liveness');
}

test('who declined is skipped for that reason, and passes by nothing', async () => {
  expect(await judged({ liveness_declined: 1 })).toMatchObject({
    status: 'skipped',
    reasons: ['declined_by_person'],
  });
});

test('without frames and without a no, or with one from before it was asked again, something is missing', async () => {
  for (const standing of [
    {},
    { liveness_declined: 1, required_pieces: ['liveness'], asked_since: 2 },
  ]) {
    expect(await judged(standing)).toMatchObject({
      status: 'skipped',
      reasons: ['input_missing'],
    });
  }
});
