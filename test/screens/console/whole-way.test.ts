import type { Page } from 'playwright-core';
import { isId, type CaseId, type SessionId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { text } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { goOn, passportWay, sendPicture, type WayStep } from '../browser/passport-way';
import { personAt } from '../browser/person';
import { say as pageSays } from '../browser/words';
import { accountWithCodes, type Account } from './account';
import { titled, useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { byKeyboard, byMouse, type Hands } from './hands';

/**
 * From nothing to an approval by two: the person with a phone, both reviewers in browsers of their own, all over the
 * real API, its workflow and its records. What the checks find is fixed, so that a reviewer has to judge.
 */
let stage: ReviewStage;
let way: readonly WayStep[];
beforeAll(async () => {
  [stage, way] = await Promise.all([
    setReviewStage({ countFaces: () => Promise.resolve(1) }),
    passportWay(),
  ]);
  await stage.dualReview(true);
});
afterEach(() => stage.api.db.deleteFrom('sign_in_attempts').execute());
afterAll(() => stage.stop());

/** Ends only what hangs: it is several tests long, and the machine may have others to do. */
const wayWithinMs = 600_000;

const browser = useConsole(() => stage.api);
/** The code that the app shows next is taken too; the one by which the app was set up is used up. */
const nextCode = ({ code }: Account): string => code(new Date(Date.now() + 30_000));
const titleOf = (id: CaseId): string => say('case.title', { id: id.slice(-6) });
const decideButton = (page: Page, name: string) =>
  page.getByRole('group', { name: say('decide.heading') }).getByRole('button', {
    name: new RegExp(`^${name}`),
  });
const confirmButton = (page: Page, name: string) =>
  page.locator('.decide-panel').getByRole('button', { name: new RegExp(`^${name}`) });

interface Desk extends Reviewer {
  readonly hands: Hands;
  readonly account: Account;
}

async function accountOf(name: string): Promise<Account> {
  const account = await accountWithCodes(stage.api, 'reviewer', () => new Date());
  await stage.api.db.updateTable('users').set({ name }).where('id', '=', account.userId).execute();
  return account;
}

/** By password and the code of the app, from a browser that knows nothing. */
async function signedIn(account: Account, handsOf: (page: Page) => Hands): Promise<Desk> {
  const reviewer = await browser.nobody();
  const { page, open } = reviewer;
  const hands = handsOf(page);
  await open('/queue', say('sign_in.title'));
  const go = page.getByRole('button', { name: say('sign_in.go'), exact: true });
  await hands.type(page.getByLabel(say('sign_in.email')), account.email);
  await hands.type(page.getByLabel(say('sign_in.password')), account.password);
  await hands.press(go);
  await hands.type(page.getByLabel(say('sign_in.code'), { exact: true }), nextCode(account));
  await hands.press(go);
  await titled(page, say('nav.queue'));
  return { ...reviewer, hands, account };
}

async function takeNext({ page, hands }: Desk, wanted: CaseId): Promise<void> {
  await hands.press(page.getByRole('button', { name: say('queue.next') }), 'n');
  await titled(page, titleOf(wanted));
  await page.getByRole('timer').waitFor();
}

async function caseOf(id: SessionId): Promise<CaseId> {
  const { body } = await stage.ask('GET', `/sessions/${id}`);
  const caseId = text(body, 'case_id');
  if (!isId('case', caseId)) throw new Error('no case');
  return caseId;
}

async function compare({ page, hands }: Desk): Promise<void> {
  const sides = ['left', 'right'] as const;
  const stageOf = (side: (typeof sides)[number]) => page.locator(`.stage[data-side=${side}]`);
  for (const side of sides) await stageOf(side).locator('img[style*=scale]').waitFor();
  const alts = await Promise.all(
    sides.map((side) => stageOf(side).getByRole('img').getAttribute('alt')),
  );
  expect(alts).toEqual([
    expect.stringContaining(say('viewer.type.id_front')),
    expect.stringContaining(say('viewer.type.selfie')),
  ]);
  const scales = () =>
    Promise.all(
      sides.map(async (side) => {
        const style = await stageOf(side).getByRole('img').getAttribute('style');
        return Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1]);
      }),
    );
  const before = await scales();
  await hands.press(page.getByRole('button', { name: say('viewer.zoom_in') }), '+');
  const after = await scales();
  expect(after.map((scale, index) => scale / (before[index] ?? 0))).toEqual([
    expect.closeTo(1.25, 2),
    expect.closeTo(1.25, 2),
  ]);
  const flicker = page.getByRole('button', { name: say('viewer.flicker') });
  await hands.press(flicker, 'f');
  await page.locator('.stages[data-flicker]').waitFor();
  await hands.press(flicker, 'f');
  await page.locator('.stages:not([data-flicker])').waitFor();
}

async function correctName({ page, hands }: Desk): Promise<void> {
  const fields = page.locator('section[aria-labelledby=case-fields]');
  await hands.press(fields.getByRole('button', { name: say('fields.correct'), exact: true }));
  await hands.type(fields.getByLabel(say('fields.name.last_name')), 'MUSTERFRAU');
  await fields.locator('.previewed').getByText(say('checks.preview.same')).waitFor();
  expect(await fields.locator('.diff').innerText()).toBe('MUSTERMANN MUSTERFRAU');
  await hands.type(fields.getByLabel(say('fields.reason')), 'As the strip has it.');
  await hands.press(fields.getByRole('button', { name: say('fields.save') }));
  await page.getByText(say('fields.saved')).waitFor();
  await fields.getByText('MUSTERFRAU', { exact: true }).waitFor();
}

async function askAgain({ page, hands }: Desk, message: string): Promise<void> {
  await hands.press(decideButton(page, say('decide.resubmit')), 's');
  const panel = page.locator('.decide-panel');
  await hands.check(panel.getByRole('checkbox', { name: say('piece.id_front') }));
  await hands.choose(
    panel.getByRole('button', { name: say('decide.resubmit.reason') }),
    say('asked_reason.cut_off'),
  );
  await hands.type(panel.getByLabel(say('decide.resubmit.message')), message);
  const preview = panel.locator('blockquote');
  await preview.getByText(message).waitFor();
  await preview.getByText(pageSays('asked.reason.cut_off')).waitFor();
  await hands.press(confirmButton(page, say('decide.resubmit')));
  await page.getByText(say('decide.resubmit.done')).waitFor();
}

/** Of what webhooks carry, what a reviewer's word leads to. */
const milestones = new Set([
  'session.resubmission-required',
  'session.approved',
  'session.declined',
  'case.approved',
  'case.rejected',
]);

it.each([
  ['by mouse', byMouse],
  ['by keyboard alone', byKeyboard],
] as const)(
  'signs in, compares, corrects, asks again, sees the new upload, and two approve: %s',
  async (_how, handsOf) => {
    const { page: phone } = await browser.person();
    const person = personAt(phone);
    const created = await stage.ask('POST', '/sessions', {
      workflow_id: stage.api.documentAndSelfieId,
      country: 'NL',
    });
    const sessionId = text(created.body, 'id');
    if (!isId('session', sessionId)) throw new Error('no session');
    await phone.goto(text(created.body, 'capture_url'));
    await goOn(phone, way, pageSays('review.title'));
    await person.press(pageSays('review.send'));
    await stage.reached(sessionId, 'under_review');

    const [adas, bobs] = [await accountOf('Ada'), await accountOf('Bob')];
    const ada = await signedIn(adas, handsOf);
    const first = await caseOf(sessionId);
    await takeNext(ada, first);
    await compare(ada);
    await correctName(ada);
    await askAgain(ada, 'The whole passport, please.');

    // The integrator hands on the new link, which is there a moment after the session waits again.
    const again = await eventually('a new link', async () => {
      const { capture_url: url } = (await stage.ask('GET', `/sessions/${sessionId}`)).body;
      return typeof url === 'string' ? url : undefined;
    });
    await phone.goto(again);
    await person.sees(pageSays('asked.title'));
    const asked = phone.locator('main');
    await asked.getByText(pageSays('asked.reason.cut_off'), { exact: true }).waitFor();
    await asked.getByText('The whole passport, please.', { exact: true }).waitFor();
    await person.press(pageSays('asked.go'));
    await sendPicture(phone);
    await person.sees(pageSays('review.title'));
    await person.press(pageSays('review.send'));
    await stage.reached(sessionId, 'under_review');

    // The same page, never loaded anew, shows beside the new one what it replaced.
    await ada.page.getByRole('button', { name: say('viewer.earlier', { count: 1 }) }).waitFor();
    const second = await caseOf(sessionId);
    expect(second).not.toBe(first);
    await takeNext(ada, second);
    await ada.hands.press(decideButton(ada.page, say('decide.approve')), 'a');
    await ada.page.getByText(say('decide.first')).waitFor();
    await ada.hands.press(confirmButton(ada.page, say('decide.approve')), 'Enter');
    await ada.page.getByText(say('case.bar.same_reviewer')).waitFor();
    expect(await stage.status(sessionId)).toBe('under_review');

    const bob = await signedIn(bobs, handsOf);
    await bob.hands.press(
      bob.page
        .getByRole('navigation', { name: say('queue.tabs') })
        .getByRole('link', { name: new RegExp(`^${say('queue.tab.second_review')}`) }),
    );
    await bob.page.locator('tbody tr:not(.waiting)').waitFor();
    await takeNext(bob, second);
    await bob.hands.press(decideButton(bob.page, say('decide.approve')), 'a');
    await bob.page.getByText(say('decide.second.hidden', { name: 'Ada' })).waitFor();
    expect(await bob.page.locator('main').innerText()).not.toContain(say('decide.opinion.approve'));
    await bob.hands.press(confirmButton(bob.page, say('decide.approve')), 'Enter');
    await bob.page.getByText(say('case.over.by', { name: say('person.you') })).waitFor();

    await stage.reached(sessionId, 'completed');
    const { body: result } = await stage.ask('GET', `/sessions/${sessionId}/result`);
    expect(result).toMatchObject({ status: 'approved', reviewed_by: bobs.userId });
    // The first one sees live how it ended.
    await ada.page.getByText(say('case.over.by', { name: 'Bob' })).waitFor();
    const told = await stage.eventTypes(sessionId);
    // The first opinion told nobody anything.
    expect(told.filter((type) => milestones.has(type))).toEqual([
      'session.resubmission-required',
      'case.approved',
      'session.approved',
    ]);
  },
  wayWithinMs,
);
