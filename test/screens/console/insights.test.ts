import { readFile } from 'node:fs/promises';
import { startApi, type RunningApi } from '../../api/running-api';
import { useConsole } from './console-browser';
import { say } from './console-words';
import { stoppedSessions } from './gallery/stopped-sessions';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await stoppedSessions(api);
});
afterAll(() => api.stop());
const browser = useConsole(() => api);

it('the funnel tells each step and each country in tables that are read without their bars; the choice stands in the address', async () => {
  const { page, open } = await browser.signedIn('reviewer');
  await open('/insights', say('nav.insights'));
  const funnel = page.getByRole('table', { name: say('insights.funnel') });
  const row = (name: string) => funnel.getByRole('row', { name: new RegExp(`^${name} `) });
  await row(say('insights.step.created')).waitFor();
  const cells = async (name: string) =>
    (await row(name).getByRole('cell').allInnerTexts()).map((text) => text.trim());
  expect(await cells(say('insights.step.created'))).toEqual([
    say('insights.step.created'),
    '4',
    '100%',
    '–',
  ]);
  expect(await cells(say('insights.step.opened'))).toEqual([
    say('insights.step.opened'),
    '3',
    '75%',
    '1',
  ]);
  await page
    .getByText(say('insights.camera_denied', { share: '66.7%', count: 2 }), { exact: true })
    .waitFor();
  await page
    .getByRole('button', { name: `${say('insights.by.none')} ${say('insights.by')}` })
    .click();
  await page.getByRole('option', { name: say('insights.by.country') }).click();
  const countries = page.getByRole('table', { name: say('insights.groups.country') });
  await countries.getByRole('row').filter({ hasText: 'Germany' }).waitFor();
  expect(new URL(page.url()).searchParams.get('by')).toBe('country');
  await page.reload();
  await countries.getByRole('row').filter({ hasText: 'Malta' }).waitFor();
});

it.each([
  { by: 'device', groups: [say('insights.device.phone'), say('insights.device.desktop')] },
  { by: 'language', groups: ['German'] },
] as const)('sessions are told apart by $by, each group in words', async ({ by, groups }) => {
  const { page, open } = await browser.signedIn('reviewer');
  await open(`/insights?by=${by}`, say('nav.insights'));
  const table = page.getByRole('table', { name: say(`insights.groups.${by}`) });
  for (const group of groups) {
    await table.getByRole('row', { name: new RegExp(`^${group} `) }).waitFor();
  }
});

it('who reviews sees how reviewing goes, under an address of its own', async () => {
  const { page, open } = await browser.signedIn('senior');
  await open('/insights', say('nav.insights'));
  await page.getByRole('link', { name: say('insights.view.review'), exact: true }).click();
  await page.getByText(say('insights.waiting'), { exact: true }).waitFor();
  await page.getByText(say('insights.reviewers.none')).waitFor();
  expect(new URL(page.url()).searchParams.get('view')).toBe('review');
});

it('the audit log is filtered by its address, verified when asked, and exported as it is filtered', async () => {
  const { page, open } = await browser.signedIn('auditor');
  await open('/audit', say('nav.audit'));
  await page.getByText('session.created').first().waitFor();
  await page.getByRole('button', { name: say('audit.chain.verify') }).click();
  await page.getByText(say('audit.chain.holds')).waitFor();
  await page.getByRole('searchbox', { name: say('audit.q') }).fill('session.created');
  await page.waitForURL(/q=session\.created/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('audit.export') }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  const [head, ...records] = csv.trim().split('\r\n');
  expect(head).toMatch(/^id,at,actor_kind,/);
  expect(records).toHaveLength(4);
  for (const record of records) expect(record).toContain(',session.created,');
  await open('/audit?since=no-day', say('nav.audit'));
  await page.getByRole('alert').waitFor();
});
