import type { Page } from 'playwright-core';
import { storeDecided } from '../../api/workflows/decided-sessions';
import { startApi, type RunningApi } from '../../api/running-api';
import { useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';

let api: RunningApi;
let workflowId: string;
let sessionId: string;
let name: string;
beforeAll(async () => {
  api = await startApi();
  const [first] = await storeDecided(api, [{ dateOfBirth: '1970-06-15', faceScore: 0.9 }]);
  sessionId = first ?? '';
  const workflow = await api.db
    .selectFrom('workflows')
    .innerJoin('sessions', 'sessions.workflow_id', 'workflows.id')
    .select(['workflows.id', 'workflows.name'])
    .executeTakeFirstOrThrow();
  ({ id: workflowId, name } = workflow);
});
afterAll(() => api.stop());

const console_ = useConsole(() => api);
/** Drawn once; its id is what the definition calls it. */
const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);

async function openGraph(reviewer: Reviewer, search = ''): Promise<Page> {
  await reviewer.open(`/workflows/${workflowId}${search}`, name);
  await node(reviewer.page, 'age').waitFor();
  return reviewer.page;
}

it('the list leads to a workflow, which is drawn: each node by what it does, and in words beside it', async () => {
  const reviewer = await console_.signedIn('admin');
  await reviewer.open('/workflows', say('nav.workflows'));
  await reviewer.page.getByRole('link', { name }).waitFor();
  await reviewer.page.getByRole('link', { name }).click();
  await node(reviewer.page, 'age').waitFor();
  // The keyboard comes to each node once, though the decisions that most checks lead to stand beside each.
  expect(await reviewer.page.locator('.react-flow__node[role="button"]').count()).toBe(13);
  const outline = reviewer.page.locator('.flow-outline > li');
  expect(await outline.count()).toBe(13);
});

it('selected by the keyboard alone, a node says what it does and where it leads; the address keeps it', async () => {
  const page = await openGraph(await console_.signedIn('senior'));
  const age = node(page, 'age');
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await age.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  const details = page.getByRole('region', { name: say('workflows.details') });
  await details.getByRole('heading', { name: say('workflows.check.age') }).waitFor();
  await details.getByText('minimum_age').waitFor();
  await details.getByText('18', { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('node')).toBe('age');
});

it("a session's way is drawn from its start to its decision, and nothing beside it", async () => {
  const page = await openGraph(await console_.signedIn('senior'), `?session=${sessionId}&node=age`);
  await page.locator('.flow-node[data-place="at"]').waitFor();
  expect(await page.locator('.flow-edge-taken').count()).toBe(9);
  const notCome = page.locator('.flow-node[data-place="not_come"]:not([data-exit])');
  expect(await notCome.count()).toBe(1);
  const at = page.locator('.flow-node[data-place="at"]');
  expect(await at.innerText()).toContain(say('workflows.decision.approved'));
  await page.getByText(say('workflows.way.status.passed'), { exact: true }).waitFor();
});
