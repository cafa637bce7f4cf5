import type { Page } from 'playwright-core';
import { storeDecided } from '../../api/workflows/decided-sessions';
import { withMinimumAge } from '../../api/workflows/definitions';
import { startApi, type RunningApi } from '../../api/running-api';
import { isId } from '../../../shared/domain/ids';
import { text } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { titled, useConsole, type Reviewer } from './console-browser';
import { say } from './console-words';
import { lookAt } from './look-at';

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
  await details.getByRole('heading', { name: say('checks.name.age') }).waitFor();
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

describe('edited as text', () => {
  let editedId: string;
  const edited = { name: 'Edited', definition: withMinimumAge(18) };
  beforeAll(async () => {
    editedId = text((await api.ask('POST', '/api/v1/workflows', { json: edited })).body, 'id');
  });
  const definition = (page: Page) => page.getByLabel(say('workflows.edit.definition'));
  const versions = () =>
    api.db
      .selectFrom('workflow_versions')
      .select('version')
      .where('workflow_id', '=', isId('workflow', editedId) ? editedId : 'wfl_')
      .execute();

  it('a draft is judged while it is typed, compared with what is published, and published by an admin', async () => {
    const { page, open } = await console_.signedIn('admin');
    await open(`/workflows/${editedId}`, edited.name);
    await page.getByRole('link', { name: say('workflows.edit'), exact: true }).click();
    await page.getByText(say('workflows.edit.valid')).waitFor();
    await page.getByText(say('workflows.diff.same')).waitFor();
    const publish = page.getByRole('button', { name: say('workflows.edit.publish'), exact: true });
    expect(await publish.isDisabled()).toBe(true);
    const written = await definition(page).inputValue();
    await definition(page).fill(`${written},`);
    await page.getByText(/This is not JSON/).waitFor();
    await definition(page).fill(written.replace('"minimum_age": 18', '"maximum_age": 18'));
    await page.getByText('definition.nodes.age.config.maximum_age', { exact: true }).waitFor();
    await lookAt(page, 'workflow edited, refused');
    expect(await publish.isDisabled()).toBe(true);
    await definition(page).fill(written.replace('"minimum_age": 18', '"minimum_age": 33'));
    const changed = { path: 'config.minimum_age', before: 18, after: 33 };
    await page.getByText(say('workflows.diff.setting', changed)).waitFor();
    await node(page, 'age').waitFor();
    await lookAt(page, 'workflow edited, valid');
    expect(await versions()).toHaveLength(1);
    await publish.click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: say('workflows.publish.go') }).click();
    await page.getByText(say('workflows.publish.done', { version: 2 })).waitFor();
    expect(await versions()).toHaveLength(2);
    const { body } = await api.ask('GET', `/api/v1/workflows/${editedId}`);
    expect(body['definition']).toEqual(
      JSON.parse(written.replace('"minimum_age": 18', '"minimum_age": 33')),
    );
  });

  it('a draft that was left is there again, until it is published or begun anew', async () => {
    const { page, open } = await console_.signedIn('admin');
    await open(`/workflows/${editedId}`, edited.name);
    const edit = page.getByRole('link', { name: say('workflows.edit'), exact: true });
    await edit.click();
    const written = await definition(page).inputValue();
    const over = page.getByRole('button', {
      name: say('workflows.edit.start_over', { version: 2 }),
    });
    expect(await over.count()).toBe(0);
    const typed = written.replace('"minimum_age": 33', '"minimum_age": 3');
    await definition(page).fill(typed);
    await page.getByRole('link', { name: say('nav.people'), exact: true }).click();
    await titled(page, say('nav.people'));
    await page.goBack();
    await titled(page, say('workflows.edit.of', { name: edited.name }));
    expect(await definition(page).inputValue()).toBe(typed);
    await over.click();
    expect(await definition(page).inputValue()).toBe(written);
    expect(await over.count()).toBe(0);
  });

  it('whoever edits is told of a version published meanwhile; whoever may not publish is offered no text', async () => {
    const { page, open } = await console_.signedIn('admin');
    const title = say('workflows.edit.of', { name: edited.name });
    await open(`/workflows/${editedId}/edit`, title);
    const typed = (await definition(page).inputValue()).replace(
      '"minimum_age": 33',
      '"minimum_age": 34',
    );
    await definition(page).fill(typed);
    const json = { definition: withMinimumAge(40) };
    await api.ask('PATCH', `/api/v1/workflows/${editedId}`, { json });
    // Whoever comes back to a tab reads anew.
    const told = page.getByText(say('workflows.edit.overtaken', { version: 3, begun: 2 }));
    await eventually('what was published meanwhile', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
      return (await told.count()) === 1 ? true : undefined;
    });
    expect(await definition(page).inputValue()).toBe(typed);
    const senior = await console_.signedIn('senior');
    await senior.open(`/workflows/${editedId}`, edited.name);
    expect(await senior.page.getByRole('link', { name: say('workflows.edit') }).count()).toBe(0);
    await senior.open(`/workflows/${editedId}/edit`, title);
    await senior.page.getByText(say('problem.forbidden')).waitFor();
    expect(await definition(senior.page).count()).toBe(0);
  });
});

describe('two versions', () => {
  beforeAll(async () => {
    const json = { definition: withMinimumAge(60) };
    const answer = await api.ask('PATCH', `/api/v1/workflows/${workflowId}`, { json });
    expect(answer.status).toBe(200);
  });

  async function openComparison(reviewer: Reviewer): Promise<Page> {
    const title = say('workflows.versions.of', { name });
    await reviewer.open(`/workflows/${workflowId}/versions`, title);
    const compare = say('workflows.versions.compare', { version: 1, to: 2 });
    await reviewer.page.getByRole('button', { name: compare }).click();
    await node(reviewer.page, 'age').waitFor();
    return reviewer.page;
  }

  it('are compared in words and drawn, and tried on past sessions: those that would flip are named', async () => {
    const page = await openComparison(await console_.signedIn('admin'));
    const changed = { path: 'config.minimum_age', before: 18, after: 60 };
    await page.getByText(say('workflows.diff.setting', changed)).waitFor();
    expect(await page.locator('.flow-node[data-mark="changed"]').count()).toBe(1);
    expect(await page.locator('.flow-node[data-mark="added"]').count()).toBe(0);
    await page.getByRole('button', { name: say('workflows.try.go'), exact: true }).click();
    const sum = { differing: 1, judged: 1, unavailable: 0 };
    await page.getByText(say('workflows.try.sum', sum)).waitFor();
    const row = page.getByRole('row').filter({ hasText: sessionId });
    expect(await row.innerText()).toContain(say('workflows.decision.approved'));
    expect(await row.innerText()).toContain(say('workflows.decision.rejected'));
    await lookAt(page, 'versions');
    await row.getByRole('link').click();
    await page.locator('.flow-node[data-place="at"]').waitFor();
  });

  it('whoever may only read is offered nothing that changes them', async () => {
    const page = await openComparison(await console_.signedIn('auditor'));
    const publish = say('workflows.versions.publish', { version: 1 });
    expect(await page.getByRole('button', { name: publish }).count()).toBe(0);
  });

  it('the earlier one is published again, for a share of the sessions, and then for none: each says what follows', async () => {
    const { page } = await console_.signedIn('admin');
    await page.goto(`${api.url}/console/workflows/${workflowId}/versions`);
    const publish = say('workflows.versions.publish', { version: 1 });
    await page.getByRole('button', { name: publish }).click();
    const dialog = page.getByRole('alertdialog');
    const all = say('workflows.rollout.follows.all', { version: 3 });
    await dialog.getByText(all).waitFor();
    await chooseShare(page, 25);
    const some = { percent: 25, version: 3, stable: 2 };
    await dialog.getByText(say('workflows.rollout.follows', some)).waitFor();
    await dialog.getByRole('button', { name: say('workflows.publish.go') }).click();
    await page.getByText(say('workflows.rollout', some), { exact: true }).waitFor();
    expect(await rollout()).toEqual({ version: 3, stable_version: 2, rollout_percentage: 25 });

    await page.getByRole('button', { name: say('workflows.rollout.change') }).click();
    await dialog.getByText(say('workflows.rollout.follows.none', some)).waitFor();
    await dialog.getByRole('button', { name: say('workflows.rollout.change') }).click();
    await page.getByText(say('workflows.rollout.none', some), { exact: true }).waitFor();
    expect(await rollout()).toEqual({ version: 3, stable_version: 2, rollout_percentage: 0 });
  });

  async function chooseShare(page: Page, percent: number): Promise<void> {
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: say('workflows.rollout.share') }).click();
    const share = say('workflows.rollout.share.value', { percent });
    await page.getByRole('option', { name: share, exact: true }).click();
  }

  async function rollout(): Promise<Readonly<Record<string, unknown>>> {
    const { body } = await api.ask('GET', `/api/v1/workflows/${workflowId}`);
    const { version, stable_version, rollout_percentage } = body;
    return { version, stable_version, rollout_percentage };
  }
});
