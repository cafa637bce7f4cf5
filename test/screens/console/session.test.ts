import { file } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { accountWithCodes } from './account';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';
import { facePicture } from './drawn-pictures';
import { setReviewDesk, type ReviewDesk } from './review-desk';

/** A session's own page, once it has a history: it was judged more than once, or nothing may be left of it. */
let desk: ReviewDesk;
beforeAll(async () => {
  desk = await setReviewDesk();
});
afterAll(() => desk.stop());

beforeEach(() => desk.says({ document_quality: { status: 'failed', reasons: ['blurred'] } }));

const console_ = useConsole(() => desk.api);

it('stands the attempts of a session that was asked again beside each other, check by check', async () => {
  const { sessionId, caseId } = await desk.withPictures();
  await desk.ask('POST', `/cases/${caseId}/resubmit`, { pieces: ['selfie'] });
  const form = file(await facePicture(3), 'selfie.jpg', { document_type: 'selfie' });
  const sent = await desk.api.ask('POST', `/api/v1/sessions/${sessionId}/documents`, { form });
  expect(sent.status).toBe(201);
  desk.says({ document_quality: { status: 'passed', reasons: [] } });
  await desk.ask('POST', `/sessions/${sessionId}/submit`);
  await desk.reached(sessionId, 'completed');
  const { page, open } = await console_.signedIn('reviewer');
  await open(`/sessions/${sessionId}`, say('session.title'));
  const attempts = page.getByRole('table', { name: say('session.attempts') });
  await attempts.waitFor();
  expect(await attempts.getByRole('columnheader').allInnerTexts()).toEqual([
    expect.stringContaining(say('session.check')) as string,
    expect.stringMatching(
      new RegExp(
        `${say('session.attempt', { number: 1 })}.*${say('sessions.result.needs_review')}`,
        's',
      ),
    ) as string,
    expect.stringMatching(
      new RegExp(
        `${say('session.attempt', { number: 2 })}.*${say('sessions.result.approved')}`,
        's',
      ),
    ) as string,
  ]);
  const quality = attempts.getByRole('row', { name: say('checks.name.document_quality') });
  const [before = '', after = ''] = await quality.getByRole('cell').allInnerTexts();
  expect(before).toContain(say('checks.status.failed'));
  expect(after).toContain(say('checks.status.passed'));
});

it('erases once the right code is given: the page says so, and the pictures are gone from it and from the store', async () => {
  const { sessionId } = await desk.withPictures();
  const stored = desk.api.db
    .selectFrom('documents')
    .select('object_key')
    .where('session_id', '=', sessionId)
    .where('removed_at', 'is', null);
  const [picture] = await stored.execute();
  const key = picture?.object_key ?? '';
  (await desk.api.objects.get(key)).destroy();
  let aheadMs = 0;
  const now = (): Date => new Date(Date.now() + aheadMs);
  const admin = await accountWithCodes(desk.api, 'admin', now);
  const reviewer = await console_.nobody();
  await admin.enter(reviewer);
  const { page, open } = reviewer;
  await open(`/sessions/${sessionId}/pictures`, say('session.pictures'));
  await page.getByRole('img').first().waitFor();
  await open(`/sessions/${sessionId}`, say('session.title'));
  // The code of the sign-in is no fresh one any more.
  aheadMs = 20 * 60_000;
  desk.later(aheadMs);
  await page.getByRole('button', { name: say('session.redact'), exact: true }).click();
  await page.getByLabel(say('session.redact.type'), { exact: true }).fill(sessionId);
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: say('proof.code.title') });
  const code = proof.getByLabel(say('sign_in.code'), { exact: true });
  const right = admin.code(now());
  await code.fill(right === '000000' ? '000001' : '000000');
  await page.keyboard.press('Enter');
  await proof.getByText(say('sign_in.code.wrong')).waitFor();
  await code.fill(right);
  await page.keyboard.press('Enter');
  await page.getByText(say('session.end.redacted')).waitFor();
  await page.goto(`${desk.api.url}/console/sessions/${sessionId}/pictures`);
  await titled(page, say('session.pictures'));
  await page.getByText(say('viewer.gone')).waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
  expect(await stored.execute()).toEqual([]);
  // The store is told behind the answer: it may be away.
  await eventually('the picture gone from the store', () =>
    desk.api.objects.get(key).then(
      (kept) => void kept.destroy(),
      (error: unknown) => error,
    ),
  ).then((error) => expect(error).toMatchObject({ code: 'document_gone' }));
});
