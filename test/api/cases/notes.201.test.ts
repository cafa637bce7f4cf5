import { dumpDatabase, found } from '../../privacy/stored-places';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const words = {
  note: 'Planted-note: she called about the move',
  override: 'Planted-override: glare beside the name',
  escalation: 'Planted-escalation: brother of a colleague',
  correction: 'PLANTEDCORRECTION',
};

it('reviewers’ words are read by reviewers, stand nowhere in the clear, and go with the session', async () => {
  stage.says({
    document_quality: { status: 'failed', reasons: ['blurred'] },
    document_ocr: { status: 'failed', reasons: ['document_unreadable'] },
  });
  const { sessionId, caseId } = await stage.underReview();
  const noted = await stage.ask('POST', `/cases/${caseId}/notes`, { text: words.note });
  expect(noted.status).toBe(201);
  const fields = { last_name: words.correction };
  await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields });
  await stage.reached(sessionId, 'under_review');
  const override = { passed: true, reason: words.override };
  await stage.ask('POST', `/cases/${caseId}/checks/document_quality/override`, override);
  await stage.reached(sessionId, 'under_review');
  await stage.ask('POST', `/cases/${caseId}/escalate`, { reason: words.escalation });

  const shown = JSON.stringify((await stage.ask('GET', `/cases/${caseId}`)).body);
  for (const word of Object.values(words)) expect(shown).toContain(word);
  expect(found(await dumpDatabase(stage.api.db), words)).toEqual([]);
  expect(found(stage.api.log(), words)).toEqual([]);

  const redacted = await stage.ask('DELETE', `/sessions/${sessionId}/data`);
  expect(redacted.status).toBe(200);
  const after = await stage.ask('GET', `/cases/${caseId}`);
  expect(after.body).toMatchObject({
    status: 'closed',
    close_reason: 'session_redacted',
    notes: [{ text: null }, { text: null }],
    changes: [{ content: null }, { content: null }],
  });
  const sealed = await stage.api.db.selectFrom('case_notes').select('text_sealed').execute();
  expect(sealed).toEqual([{ text_sealed: null }, { text_sealed: null }]);
  const late = await stage.ask('POST', `/cases/${caseId}/notes`, { text: 'too late' });
  expect(late.body).toMatchObject({ status_code: 409, error: 'session_redacted' });
});
