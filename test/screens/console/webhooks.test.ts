import type { Page } from 'playwright-core';
import { dispatchEvents } from '../../../activities/webhooks/outbox';
import { signatureHeaders } from '../../../activities/webhooks/signature';
import { newId, type EventId, type WebhookEndpointId } from '../../../shared/domain/ids';
import { newWebhookSecret } from '../../../shared/webhooks/secret';
import { startApi, type RunningApi } from '../../api/running-api';
import { seedEndpoint, type Owner } from '../../webhooks/seed';
import { firstOrganization } from '../../api/console/signed-in';
import { tabTo } from '../browser/keyboard';
import { titled, useConsole } from './console-browser';
import { say } from './console-words';

let api: RunningApi;
let owner: Owner;
beforeAll(async () => {
  api = await startApi();
  owner = { organizationId: await firstOrganization(api.db), workflowId: newId('workflow') };
});
afterAll(() => api.stop());
const browser = useConsole(() => api);

const url = 'https://receiver.example.com/hook';

/** An endpoint with the name that its page has. */
async function endpoint(label: string): Promise<WebhookEndpointId> {
  const { id } = await seedEndpoint(api.db, api.keyring, owner, { url });
  await api.db.updateTable('webhook_endpoints').set({ label }).where('id', '=', id).execute();
  return id;
}

async function fire(at: Date, type: 'session.approved' | 'session.declined'): Promise<EventId> {
  const id = newId('event');
  const common = { organization_id: owner.organizationId, environment: 'live' as const };
  await api.db
    .insertInto('events')
    .values({
      ...common,
      id,
      session_id: null,
      type,
      sequence: 1,
      data: '{}',
      is_test: false,
      created_at: at,
    })
    .execute();
  await api.db
    .insertInto('outbox')
    .values({ ...common, event_id: id })
    .execute();
  await dispatchEvents(api.db, new Date());
  return id;
}

/** As if every delivery of it had been refused once by its receiver. */
async function refuse(id: WebhookEndpointId): Promise<void> {
  const rows = await api.db
    .updateTable('webhook_deliveries')
    .set({ status: 'failed', started_round: 1, tries: 1 })
    .where('endpoint_id', '=', id)
    .returning('id')
    .execute();
  await api.db
    .insertInto('webhook_tries')
    .values(
      rows.map((row) => ({
        delivery_id: row.id,
        round: 1,
        try_number: 1,
        status_code: 503,
        error_code: 'status_not_2xx',
        duration_ms: 41,
        answer: 'the shop is closed',
        answer_head: 'content-type: text/plain\nretry-after: 120',
        at: new Date(),
      })),
    )
    .execute();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

it('an endpoint is made by keyboard alone: a refused address says so at its field, the secret is shown once', async () => {
  const { page, open } = await browser.signedIn('admin');
  await open('/keys', say('nav.keys'));
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await titled(page, say('nav.webhooks'));
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: say('webhooks.create') });
  await dialog.waitFor();
  await page.keyboard.type('https://user:word@receiver.example.com/hook');
  await page.keyboard.press('Enter');
  const field = dialog.getByRole('textbox', { name: say('webhooks.url') });
  await dialog.getByText('must carry no user name or password').waitFor();
  await expect(field.getAttribute('aria-invalid')).resolves.toBe('true');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(url);
  await tabTo(page, say('webhooks.label'));
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  const secret = dialog.getByRole('textbox', { name: say('webhooks.secret') });
  await expect(secret.inputValue()).resolves.toMatch(/^whsec_/);
  await tabTo(page, say('secret.done'));
  await page.keyboard.press('Enter');
  await row(page, 'By keyboard').waitFor();
  expect(await page.getByText('whsec_').count()).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await titled(page, 'By keyboard');
});

it('a refused entry of a list says which it is, at the field that was folded away', async () => {
  const { page, open } = await browser.signedIn('admin');
  const id = await endpoint('With a list');
  await open(`/webhooks/${id}`, 'With a list');
  await button(page, say('webhooks.action.edit')).click();
  await page.getByText(say('webhooks.more')).click();
  const field = page.getByRole('textbox', { name: say('webhooks.blocklist') });
  await field.fill('external_ref\nnot a path');
  await button(page, say('webhooks.edit.go')).click();
  await page.getByText('Entry 2: ').waitFor();
  await field.fill('external_ref');
  await button(page, say('webhooks.edit.go')).click();
  await page.getByText(say('webhooks.edit.done')).waitFor();
  const kept = await api.ask('GET', `/api/v1/webhooks/endpoints/${id}`);
  expect(kept.body).toMatchObject({ attribute_blocklist: ['external_ref'], label: 'With a list' });
});

it('deliveries are found by filters that stand in the address, one shows its request and tries, and is tried again', async () => {
  const { page, open } = await browser.signedIn('admin');
  const id = await endpoint('With deliveries');
  const declined = await fire(new Date(), 'session.declined');
  await fire(new Date(), 'session.approved');
  await refuse(id);
  await open(`/webhooks/${id}`, 'With deliveries');
  await row(page, 'session.approved').waitFor();
  await page
    .getByRole('button', { name: `${say('webhooks.any')} ${say('webhooks.event')}` })
    .click();
  await page.getByRole('option', { name: 'session.declined' }).click();
  await row(page, 'session.approved').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('event_type')).toBe('session.declined');
  await page.reload();
  await row(page, 'session.declined').click();
  await titled(page, 'session.declined');
  const shown = await page.getByRole('main').innerText();
  for (const part of [
    '503',
    'the shop is closed',
    'retry-after: 120',
    'POST /hook HTTP/1.1',
    'X-Verifa-Delivery-Id',
    declined,
  ])
    expect(shown).toContain(part);
  await page.keyboard.press('r');
  await page.getByText(say('webhooks.retry.done')).waitFor();
  const delivery = await api.db
    .selectFrom('webhook_deliveries')
    .select(['status', 'round'])
    .where('event_id', '=', declined)
    .where('endpoint_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(delivery).toEqual({ status: 'pending', round: 2 });
  await page.goBack();
  expect(new URL(page.url()).searchParams.get('event_type')).toBe('session.declined');
});

it('a replay says how much it would send before it sends anything; a window that ends too early is refused at its field', async () => {
  const { page, open } = await browser.signedIn('admin');
  const id = await endpoint('With a replay');
  await fire(new Date('2026-02-01T10:00:00Z'), 'session.approved');
  await fire(new Date('2026-02-01T11:00:00Z'), 'session.declined');
  await refuse(id);
  await open(`/webhooks/${id}`, 'With a replay');
  await button(page, say('webhooks.action.replay')).click();
  const since = page.getByLabel(say('webhooks.replay.since'), { exact: true }).last();
  const until = page.getByLabel(say('webhooks.replay.until'), { exact: true });
  await since.fill('2026-01-31T00:00');
  await until.fill('2026-01-30T00:00');
  await button(page, say('webhooks.replay.ask')).click();
  await page.getByText(say('webhooks.replay.until_before_since')).waitFor();
  await until.fill('2026-02-03T00:00');
  await button(page, say('webhooks.replay.ask')).click();
  await page.getByText(say('webhooks.replay.count', { count: 2 })).waitFor();
  const rounds = () =>
    api.db
      .selectFrom('webhook_deliveries')
      .select('round')
      .where('endpoint_id', '=', id)
      .execute()
      .then((rows) => rows.map(({ round }) => round));
  expect(await rounds()).toEqual([1, 1]);
  await button(page, say('webhooks.replay.go', { count: 2 })).click();
  await page.getByText(say('webhooks.replay.done', { count: 2 })).waitFor();
  expect(await rounds()).toEqual([2, 2]);
});

it('an endpoint is tested, paused, resumed, given a new secret and deleted', async () => {
  const { page, open } = await browser.signedIn('admin');
  const id = await endpoint('Whole life');
  await open(`/webhooks/${id}`, 'Whole life');
  await button(page, say('webhooks.action.test')).click();
  await button(page, say('webhooks.test.go')).click();
  await page.getByText(say('webhooks.test.done')).waitFor();
  await dispatchEvents(api.db, new Date());
  await row(page, 'session.approved').waitFor();

  await button(page, say('webhooks.action.pause')).click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await page.getByText(say('webhooks.paused.text')).first().waitFor();
  expect(await button(page, say('webhooks.action.test')).count()).toBe(0);
  await button(page, say('webhooks.resume')).click();
  await button(page, say('webhooks.action.test')).waitFor();

  await button(page, say('webhooks.action.rotate')).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  const secret = page.getByRole('textbox', { name: say('webhooks.secret') });
  await expect(secret.inputValue()).resolves.toMatch(/^whsec_/);
  await button(page, say('secret.done')).click();

  await button(page, say('webhooks.action.delete')).click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await titled(page, say('nav.webhooks'));
  const gone = await api.ask('GET', `/api/v1/webhooks/endpoints/${id}`);
  expect(gone.status).toBe(404);
});

it('a signature is checked without a request of the page, and what is no secret or no signature says so at its field', async () => {
  const { page, open } = await browser.signedIn('auditor');
  await open('/webhooks/signature', say('webhooks.signature'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const check = () => button(page, say('webhooks.signature.go')).click();
  await field(say('webhooks.secret')).fill('a secret');
  await field(say('webhooks.signature.headers')).fill('Content-Type: application/json');
  await field(say('webhooks.signature.body')).fill('{"event":"session.approved"}');
  await check();
  await page.getByText(say('webhooks.signature.none')).waitFor();
  const secret = newWebhookSecret();
  const headers = signatureHeaders({
    deliveryId: newId('webhookDelivery'),
    eventId: newId('event'),
    at: new Date(),
    body: '{"event":"session.approved"}',
    secrets: [secret],
    ed25519Key: null,
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  await field(say('webhooks.signature.headers')).fill(lines.join('\n'));
  await check();
  await page.getByText(say('webhooks.signature.no_secret')).waitFor();
  await field(say('webhooks.secret')).fill(secret);
  await check();
  await page.getByText(say('webhooks.signature.holds')).waitFor();
  await field(say('webhooks.signature.body')).fill('{"event":"session.declined"}');
  await check();
  await page.getByText(say('webhooks.signature.differs')).waitFor();
  expect(asked).toEqual([]);
});

it('who may only read sees no button that changes anything; who may not even read is told so', async () => {
  const id = await endpoint('Read only');
  const auditor = await browser.signedIn('auditor');
  await auditor.open('/webhooks', say('nav.webhooks'));
  await row(auditor.page, 'Read only').waitFor();
  expect(await button(auditor.page, say('webhooks.create')).count()).toBe(0);
  await auditor.open(`/webhooks/${id}`, 'Read only');
  expect(await button(auditor.page, say('webhooks.action.edit')).count()).toBe(0);
  const reviewer = await browser.signedIn('reviewer');
  await reviewer.open('/webhooks', say('nav.webhooks'));
  await reviewer.page.getByText(say('problem.forbidden')).waitFor();
  expect(await reviewer.page.getByRole('link', { name: say('nav.webhooks') }).count()).toBe(0);
});
