import type { Page } from 'playwright-core';
import { startApi, type RunningApi } from '../../api/running-api';
import { password } from '../../api/console/browser';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';

/** People of the organisation: invited, given another role, let in no more, helped after a lost phone. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const browser = useConsole(() => api);
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
/** In the dialog that lies on top. */
const confirm = (page: Page, name: string): Promise<void> =>
  page
    .locator('[role=dialog], [role=alertdialog]')
    .getByRole('button', { name, exact: true })
    .click();

async function invite(page: Page, name: string, email: string): Promise<string> {
  await press(page, say('people.invite'));
  await page.getByLabel(say('people.name'), { exact: true }).fill(name);
  await page.getByLabel(say('people.email'), { exact: true }).fill(email);
  await confirm(page, say('people.invite'));
  return takeLink(page);
}

/** The link that is shown once. */
async function takeLink(page: Page): Promise<string> {
  const link = await page.getByLabel(say('people.link'), { exact: true }).inputValue();
  await confirm(page, say('secret.done'));
  return link;
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await titled(page, name);
}

it('invites somebody, whose link opens the console to them, as what they are', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/people', say('nav.people'));
  const link = await invite(page, 'Rita Reviewer', 'rita@example.org');
  await page
    .getByRole('row', { name: /Rita Reviewer/ })
    .getByText(say('people.standing.invited'))
    .waitFor();
  const rita = await browser.nobody();
  await rita.page.goto(link);
  await rita.page.getByLabel(say('set_up.password'), { exact: true }).fill(password);
  await press(rita.page, say('set_up.go'));
  await rita.page.getByText(say('role.reviewer'), { exact: true }).waitFor();
  await page.reload();
  await page
    .getByRole('row', { name: /Rita Reviewer/ })
    .getByText(say('people.standing.active'))
    .waitFor();
});

it('says at its place what was wrong with an invitation, and keeps the rest', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/people', say('nav.people'));
  await invite(page, 'First', 'same@example.org');
  await press(page, say('people.invite'));
  await page.getByLabel(say('people.name'), { exact: true }).fill('Second');
  await page.getByLabel(say('people.email'), { exact: true }).fill('same@example.org');
  await confirm(page, say('people.invite'));
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await page.getByLabel(say('people.name'), { exact: true }).inputValue()).toBe('Second');
});

it('signs somebody out everywhere with their role, their reset, and when they are let in no more', async () => {
  const { page, open } = await browser.signedIn('admin');
  const other = await browser.signedIn('senior');
  await api.db
    .updateTable('users')
    .set({ name: 'Sam Senior', email: 'sam@example.org' })
    .where('id', '=', other.userId)
    .execute();
  const isSignedIn = async (): Promise<boolean> => {
    await other.page.goto(`${api.url}/console`);
    const name = other.page.getByText('Sam Senior');
    await name.or(other.page.getByRole('heading', { name: say('sign_in.title') })).waitFor();
    return name.isVisible();
  };
  expect(await isSignedIn()).toBe(true);
  await open('/people', say('nav.people'));
  await openPerson(page, 'Sam Senior');
  await page
    .getByRole('row')
    .getByRole('button', { name: say('sign_ins.end') })
    .click();
  await page.getByRole('row').getByText(say('sign_ins.ended')).waitFor();
  expect(await isSignedIn()).toBe(false);

  await press(page, say('people.change_role'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Senior/ })
    .click();
  await page.getByRole('option', { name: new RegExp(`^${say('role.reviewer')}`) }).click();
  await confirm(page, say('people.change_role'));
  await page.getByText(say('people.change_role.done')).waitFor();
  await page.locator('dd').getByText(say('role.reviewer'), { exact: true }).waitFor();

  await press(page, say('people.reset'));
  await confirm(page, say('people.reset'));
  expect(await takeLink(page)).toContain('/console/set-up#');

  await press(page, say('people.disable'));
  await confirm(page, say('people.disable'));
  await page.locator('dd').getByText(say('people.standing.disabled')).waitFor();
});

it('shows colleagues to a reviewer nowhere, and an administrator no button against themselves', async () => {
  const { page, userId } = await browser.signedIn('admin');
  await page.goto(`${api.url}/console/people/${userId ?? ''}`);
  await page.getByRole('button', { name: say('people.reset'), exact: true }).waitFor();
  expect(await page.getByRole('button', { name: say('people.disable') }).count()).toBe(0);
});
