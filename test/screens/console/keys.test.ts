import type { Page } from 'playwright-core';
import { call } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../../api/running-api';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';

/** Keys: made with no more than they need, shown once, and ended; by those who show who they are. */
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
const browser = useConsole(() => api);

const dayMs = 86_400_000;
/** As the console shows a day to whoever reads English as in Britain. */
const shownDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

async function creating({ page, open }: Reviewer, label: string): Promise<void> {
  await open('/keys', say('nav.keys'));
  await page.getByRole('button', { name: say('keys.create'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('keys.label'), { exact: true }).fill(label);
  await dialog.getByText('sessions:read', { exact: true }).click();
  await dialog.getByText('sessions:create', { exact: true }).click();
}

const submit = (page: Page): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: say('keys.create'), exact: true })
    .click();
const secretOf = (page: Page) => page.getByLabel(say('keys.secret'), { exact: true });

it('a key is shown once, may what was chosen from where it was said until it ends, and is refused once revoked', async () => {
  const reviewer = await browser.signedIn('admin');
  const { page } = reviewer;
  await creating(reviewer, 'Shop, production');
  const from = page.getByRole('dialog').getByLabel(say('keys.from'), { exact: true });
  await from.fill('127.0.0.1/99');
  await submit(page);
  await page.getByRole('dialog').locator('.field-error').first().waitFor();
  await from.fill('127.0.0.0/8\n::/0');
  await submit(page);
  const secret = await secretOf(page).inputValue();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('secret.done'), exact: true })
    .click();
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Shop, production' });
  await row.getByText('127.0.0.0/8, ::/0').waitFor();
  expect(await page.content()).not.toContain(secret);
  await row.getByText(say('keys.scopes.count', { count: 2 })).click();
  await row.getByText('sessions:create').waitFor();
  // In a year, unless another end was chosen; nobody has used it yet.
  const { created_at: madeAt, expires_at: endsAt } = await api.db
    .selectFrom('api_keys')
    .select(['created_at', 'expires_at'])
    .where('label', '=', 'Shop, production')
    .executeTakeFirstOrThrow();
  if (endsAt === null) throw new Error('the key never ends');
  expect(Math.round((endsAt.getTime() - madeAt.getTime()) / dayMs)).toBe(365);
  expect(await row.innerText()).toContain(shownDay.format(endsAt));
  await row.getByText(say('keys.never'), { exact: true }).waitFor();

  const asked = (path: string) => call('GET', `${api.url}/api/v1${path}`, { key: secret });
  expect((await asked('/sessions')).status).toBe(200);
  expect((await asked('/events')).status).toBe(403);
  await page.reload();
  await row.getByText(say('keys.never'), { exact: true }).waitFor({ state: 'detached' });

  await row.getByRole('button', { name: /^Revoke/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('keys.expire'), exact: true })
    .click();
  await row.getByText(say('keys.status.expired')).waitFor();
  expect((await asked('/sessions')).status).toBe(401);
});

it('whoever signed in elsewhere is sent there again before a key is made, and is told when they have not been yet', async () => {
  const reviewer = await browser.signedIn('admin', { reauthenticatedAt: null });
  const { page, userId } = reviewer;
  const ofThem = () => api.db.updateTable('console_sessions').where('user_id', '=', userId);
  await ofThem().set({ signed_in_by: 'oidc' }).execute();
  await creating(reviewer, 'By OpenID');
  await submit(page);
  const proof = page.getByRole('dialog', { name: say('proof.code.title') });
  const away = proof.getByRole('link', { name: say('proof.oidc.open') });
  expect(await away.getAttribute('href')).toBe('/api/v1/console/oidc/start?reauthenticate=1');
  await proof.getByRole('button', { name: say('proof.oidc.go') }).click();
  await proof.getByText(say('proof.oidc.not_yet')).waitFor();
  // As the provider's answer leaves it.
  await ofThem().set({ reauthenticated_at: new Date() }).execute();
  await proof.getByRole('button', { name: say('proof.oidc.go') }).click();
  await secretOf(page).waitFor();
  const made = await api.db
    .selectFrom('api_keys')
    .select('label')
    .where('label', '=', 'By OpenID')
    .execute();
  expect(made).toHaveLength(1);
});
