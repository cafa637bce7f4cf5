import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { isId, newId, type SessionId } from '../../../shared/domain/ids';
import { dispatchEvents } from '../../../activities/webhooks/outbox';
import { firstOrganization } from '../../api/console/signed-in';
import { seedEndpoint } from '../../webhooks/seed';
import { keepAttributes, nobody } from '../../api/sessions/keep-attributes';
import { startApi, type RunningApi } from '../../api/running-api';
import { text } from '../../processes/api-caller';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';

/** Looking up: sessions, what may be done to one, identities and lists; by whom, and with what bad input. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true, temporalUiUrl: 'http://127.0.0.1:8233/' });
});
afterAll(() => api.stop());

const browser = useConsole(() => api);
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click();
const post = async (path: string, json: unknown): Promise<string> =>
  text((await api.ask('POST', `/api/v1/${path}`, { json })).body, 'id');

async function session(body: Record<string, unknown>): Promise<SessionId> {
  const id = await api.create(body);
  if (!isId('session', id)) throw new Error('no session');
  return id;
}

it('finds sessions by what stands in the address, and a person by what stands nowhere', async () => {
  const id = await session({ external_ref: 'shop-1', country: 'NL' });
  await session({ external_ref: 'shop-2', country: 'DE' });
  const document = { number: 'SPX015127', issuingState: 'NLD' };
  await keepAttributes(api, id, { ...nobody, document });
  const { page, open } = await browser.signedIn('reviewer');
  await open('/sessions?country=DE', say('nav.sessions'));
  await page.getByText('shop-2').waitFor();
  expect(await page.getByText('shop-1').count()).toBe(0);
  await page.getByLabel(say('sessions.q'), { exact: true }).fill('shop-9');
  await page.getByText(say('sessions.none_found.text')).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('shop-9');
  await press(page, say('sessions.clear'));
  await page.getByText('shop-1').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('sessions.find.name'), { exact: true }).fill('Anna Eriksson');
  await press(page, say('sessions.find.go'));
  await dialog.getByText('is needed with name').waitFor();
  await dialog.getByLabel(say('sessions.find.name'), { exact: true }).fill('');
  const number = dialog.getByLabel(say('sessions.find.document_number'), { exact: true });
  await number.fill('spx 015127');
  await page.keyboard.press('Enter');
  await dialog.getByText(say('sessions.find.found', { count: 1 })).waitFor();
  expect(page.url()).not.toMatch(/spx|anna/i);
  await dialog.getByRole('link', { name: /shop-1/ }).click();
  await titled(page, 'shop-1');
});

it('shows a reviewer what happened, and nothing that they may not do', async () => {
  const id = await session({});
  const { page, open } = await browser.signedIn('reviewer');
  await open(`/sessions/${id}`, say('session.title'));
  await page.getByRole('heading', { name: say('session.timeline') }).waitFor();
  for (const action of ['session.expire', 'session.redact', 'session.export'] as const) {
    expect(await page.getByRole('button', { name: say(action), exact: true }).count()).toBe(0);
  }
  await page.goto(`${api.url}/console/sessions/ses_01kb0000000000000000000000`);
  await page.getByText(say('problem.not_found')).waitFor();
});

it("leads from a session to its pictures, its webhooks and its workflow's history, by role", async () => {
  const id = await session({});
  const owner = { organizationId: await firstOrganization(api.db), workflowId: newId('workflow') };
  await seedEndpoint(api.db, api.keyring, owner, { url: 'https://receiver.example.com/hook' });
  await api.ask('POST', `/api/v1/sessions/${id}/expire`);
  await dispatchEvents(api.db, new Date());
  const senior = await browser.signedIn('senior');
  await senior.open(`/sessions/${id}`, say('session.title'));
  const { page } = senior;
  const history = page.getByRole('link', { name: say('session.temporal.open') });
  const namespaced = /^http:\/\/127\.0\.0\.1:8233\/namespaces\/[^/]+\/workflows\/(.+)$/;
  expect(namespaced.exec((await history.getAttribute('href')) ?? '')?.[1]).toBe(id);
  await page.getByRole('link', { name: 'session.expired' }).click();
  await titled(page, 'session.expired');
  const reviewer = await browser.signedIn('reviewer');
  await reviewer.open(`/sessions/${id}`, say('session.title'));
  expect(await reviewer.page.getByText(say('session.temporal.open')).count()).toBe(0);
  expect(await reviewer.page.getByText(say('session.deliveries')).count()).toBe(0);
  await reviewer.page.getByRole('link', { name: say('session.pictures.open') }).click();
  await titled(reviewer.page, say('session.pictures'));
  await reviewer.page.getByText(say('viewer.none')).waitFor();
  const auditor = await browser.signedIn('auditor');
  await auditor.open(`/sessions/${id}`, say('session.title'));
  await auditor.page.getByText(say('session.temporal.open')).waitFor();
  expect(await auditor.page.getByText(say('session.pictures.open')).count()).toBe(0);
  await auditor.open(`/sessions/${id}/pictures`, say('session.pictures'));
  await auditor.page.getByText(say('viewer.not_yours')).waitFor();
});

it('erases nothing for whoever does not show their second factor again', async () => {
  const id = await session({});
  const { page, open } = await browser.signedIn('admin', { reauthenticatedAt: null });
  await open(`/sessions/${id}`, say('session.title'));
  await press(page, say('session.redact'));
  await page.getByLabel(say('session.redact.type'), { exact: true }).fill(id);
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: say('proof.code.title') });
  await proof.getByRole('button', { name: say('dialog.cancel'), exact: true }).click();
  await page.getByLabel(say('session.redact.type'), { exact: true }).waitFor();
  const row = api.db.selectFrom('sessions').select('retention_status').where('id', '=', id);
  expect(await row.executeTakeFirstOrThrow()).toEqual({ retention_status: 'active' });
});

it('expires, says so, and resumes by a link that is shown this once', async () => {
  const id = await session({});
  const { page, open } = await browser.signedIn('senior');
  await open(`/sessions/${id}`, say('session.title'));
  await press(page, say('session.link'));
  await press(page, say('session.link'));
  await page.getByRole('img', { name: say('session.link.qr_code') }).waitFor();
  await press(page, say('secret.done'));
  await page.getByText(say('session.link.revoked')).waitFor();
  await press(page, say('session.expire'));
  await press(page, say('session.expire'));
  await page.getByText(say('session.end.expired')).waitFor();
  await press(page, say('session.resume'));
  await press(page, say('session.resume'));
  const link = page.getByRole('dialog').getByLabel(say('session.link.address'));
  expect(await link.inputValue()).toContain('/verify/');
});

it('says that a session expired while it was open', async () => {
  const id = await session({});
  const { page, open } = await browser.signedIn('reviewer');
  await open(`/sessions/${id}`, say('session.title'));
  await page.getByRole('heading', { name: say('session.timeline') }).waitFor();
  await api.ask('POST', `/api/v1/sessions/${id}/expire`);
  await page.getByText(say('session.while_open')).waitFor();
});

it('holds, exports and erases: only once the id has been typed, and not under a hold', async () => {
  const id = await session({});
  const { page, open } = await browser.signedIn('admin');
  await open(`/sessions/${id}`, say('session.title'));
  await press(page, say('session.hold'));
  await page.getByLabel(say('session.hold.reason'), { exact: true }).fill('A person said so');
  await press(page, say('session.hold'));
  await page.getByText('is not a code of up to 64').waitFor();
  await page.getByLabel(say('session.hold.reason'), { exact: true }).fill('court_order');
  await press(page, say('session.hold'));
  await page.getByText(say('session.legal_hold.on')).waitFor();
  await press(page, say('session.redact'));
  const typed = page.getByLabel(say('session.redact.type'), { exact: true });
  const erase = page.getByRole('dialog').getByRole('button', { name: say('session.redact') });
  await typed.fill(id.slice(0, -1));
  expect(await erase.isDisabled()).toBe(true);
  await typed.fill(id);
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/legal hold/i)
    .waitFor();
  await press(page, say('dialog.cancel'));
  await press(page, say('session.hold.lift'));
  await press(page, say('session.hold.lift'));
  // What was asked for under the hold is carried out with its end.
  await page.getByText(say('session.end.redacted')).waitFor();
  const download = page.waitForEvent('download');
  await press(page, say('session.export'));
  await press(page, say('session.export'));
  expect(await readFile(await (await download).path(), 'utf8')).toContain(id);
});

it('previews a merge, refuses one with nobody, and goes through with it', async () => {
  const target = await post('identities', { external_ref: 'customer-1' });
  await post('identities', { external_ref: 'customer-2', tags: ['vip'] });
  const { page, open } = await browser.signedIn('senior');
  await open(`/identities/${target}`, 'customer-1');
  await press(page, say('identities.merge'));
  const source = page.getByLabel(say('identities.merge.source'), { exact: true });
  await source.fill('customer-3');
  await press(page, say('identities.merge.preview'));
  await page.getByText('is no identity').waitFor();
  await source.fill('customer-2');
  await press(page, say('identities.merge.preview'));
  await page.getByText(say('identities.merge.moves', { count: 0 })).waitFor();
  await press(page, say('identities.merge.go'));
  await page.getByText(say('identities.merge.done')).waitFor();
  await page.getByText('vip').waitFor();
  await press(page, say('identities.archive'));
  await press(page, say('identities.archive'));
  await page.getByText(say('identities.archived')).waitFor();
});

it('adds, imports and exports entries; what cannot be read stands beside its line', async () => {
  const id = await post('lists', { name: 'Fraudsters', action: 'block' });
  const { page, open } = await browser.signedIn('admin');
  await open(`/lists/${id}`, 'Fraudsters');
  await press(page, say('lists.add'));
  await page.getByLabel(say('lists.value'), { exact: true }).fill('QQQ:1');
  await press(page, say('lists.add'));
  await page.getByText('cannot be read as document_number').waitFor();
  await page.getByLabel(say('lists.value'), { exact: true }).fill('NLD:SPX015127');
  await press(page, say('lists.add'));
  await page.getByText(say('lists.add.done')).waitFor();
  const choose = (csv: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'more.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
  await press(page, say('lists.import'));
  await choose('email,phone\na@b.example,\nnobody,+31612345678\n');
  await press(page, say('lists.import.go'));
  const row = page.getByRole('row', { name: /nobody,\+31612345678/ });
  expect(await row.textContent()).toContain('email cannot be read as email');
  await choose('email,phone\na@b.example,\n,+31612345678\n');
  await press(page, say('lists.import.go'));
  await page.getByText(say('lists.items.count', { count: 3 })).waitFor();
  const download = page.waitForEvent('download');
  await press(page, say('lists.export'));
  await press(page, say('lists.export'));
  const csv = await readFile(await (await download).path(), 'utf8');
  for (const value of ['NLD:SPX015127', 'a@b.example', '+31612345678'])
    expect(csv).toContain(value);
  await page
    .getByRole('button', { name: say('lists.remove.named', { value: 'a@b.example' }) })
    .click();
  await press(page, say('lists.remove'));
  await page.getByText(say('lists.items.count', { count: 2 })).waitFor();
});
