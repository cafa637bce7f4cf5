import { dumpDatabase, found, textOf } from '../../privacy/stored-places';
import { eventually } from '../../processes/running-process';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const said = { reason: 'The portrait of Ada Lovelace was replaced.' };
const code = { code: 'document_tampered' };

it('its code travels to the workflow, its words do not: they wait sealed until the case has them', async () => {
  const { sessionId, caseId } = await stage.underReview();
  const { db, temporal } = stage.api;
  const { waiting, answered } = await db.transaction().execute(async (trx) => {
    // While its row is held, the session takes no decision; what is enclosed with one may come.
    await trx
      .selectFrom('sessions')
      .select('id')
      .where('id', '=', sessionId)
      .forNoKeyUpdate()
      .execute();
    const asked = stage.ask('POST', `/cases/${caseId}/reject`, { ...said, reason_code: code.code });
    const enclosed = await eventually('words that wait', () =>
      db
        .selectFrom('enclosures')
        .select('words_sealed')
        .where('session_id', '=', sessionId)
        .executeTakeFirst(),
    );
    return { waiting: { ...enclosed, all: await dumpDatabase(db) }, answered: asked };
  });
  expect(waiting.words_sealed).toBeInstanceOf(Buffer);
  expect(found(waiting.all, said)).toEqual([]);
  expect((await answered).body).toMatchObject({ status: 'rejected', ...said });

  const history = textOf(await temporal.workflow.getHandle(sessionId).fetchHistory());
  expect(found(history, { ...said, ...code })).toEqual(['code']);
  expect(found(await dumpDatabase(db), said)).toEqual([]);
  expect(await db.selectFrom('enclosures').selectAll().execute()).toEqual([]);
});
