import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { sampleOpen, type OpenRun } from '../../services/admin/replaying/sample-open';
import { builtService } from '../processes/built-service';
import { eventually, startProcess } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { setOpenStage, type OpenStage } from '../workflow/open-stage';
import { gatedGraph } from '../workflow/story';

/** `npm run admin -- replay` over workflows that are open on a real server. */
const addresses = stackAddresses();
const slipped = join(addresses.VERIFA_TEST_FOLDER, 'slipped-bundle.js');
let stage: OpenStage;
let build: string;
let sessions: string[];
let delivery: string;
beforeAll(async () => {
  [build, stage] = await Promise.all([builtService(), setOpenStage(), bundleSlipped()]);
  const workers = await stage.work({
    webhookActivities: { tryDelivery: () => Promise.reject(new Error('nobody is there')) },
  });
  const pending = await stage.create();
  const capturing = await stage.create();
  await stage.send(capturing, { type: 'start_capture' });
  const gated = await stage.create({ graph: gatedGraph });
  await stage.send(gated, { type: 'start_capture' });
  await stage.send(gated, { type: 'submit' });
  delivery = await stage.deliver();
  sessions = [pending, capturing, gated];
  await eventually('all to be under way', async () => {
    const { rows } = await allOpen();
    return rows.length === 4 && rows.every((length) => length > 3) ? true : undefined;
  });
  await eventually('the gate', async () => {
    const row = await stage.db
      .selectFrom('sessions')
      .select('status')
      .where('id', '=', gated)
      .executeTakeFirst();
    return row?.status === 'awaiting_external' ? true : undefined;
  });
  await workers.stop();
  // Nobody works here any more: this one has not begun.
  sessions.push(await stage.create());
});
afterAll(() => stage.stop());

async function allOpen(): Promise<{ readonly rows: readonly number[] }> {
  const rows: number[] = [];
  for await (const run of stage.temporal.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    rows.push(
      (await stage.temporal.workflow.getHandle(run.workflowId).fetchHistory()).events?.length ?? 0,
    );
  }
  return { rows };
}

async function bundleSlipped(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: resolve(__dirname, '../workflow/slipped-workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  await writeFile(slipped, code);
}

async function replayed(
  bundle: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  return replayedOn(stage, bundle, ...args);
}

async function replayedOn(
  { address, namespace }: OpenStage,
  bundle: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  const started = startProcess(
    join(build, 'services/admin/main.js'),
    {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      WORKFLOW_BUNDLE: bundle,
    },
    ['replay', ...args],
  );
  const code = await eventually('its end', () => Promise.resolve(started.exitCode ?? undefined));
  return { code, output: started.output() };
}

test('the build that the open workflows began with is taken, and one that has not begun is no hindrance', async () => {
  const { code, output } = await eventually('all to be listed', async () => {
    const answer = await replayed(addresses.VERIFA_TEST_WORKFLOW_BUNDLE);
    return answer.output.includes('sessionWorkflow: 4 open') ? answer : undefined;
  });
  expect(output).toContain('deliveryWorkflow: 1 open, 1 go on, 0 have not begun');
  expect(output).toContain(
    'sessionWorkflow: 4 open, 3 go on, 1 have not begun, 0 stay on their build, 0 would break',
  );
  expect(code).toBe(0);
});

test('a build that does something differently, or lacks a type, is refused: which workflows, and why', async () => {
  const { code, output } = await replayed(slipped);
  expect(code).toBe(1);
  expect(output).toContain('this build would break 4 open workflows: do not give it work.');
  for (const id of sessions.slice(0, 3)) {
    expect(output).toMatch(new RegExp(`would_break sessionWorkflow ${id} .*nondeterminism`));
  }
  expect(output).toMatch(new RegExp(`would_break deliveryWorkflow ${delivery} .*deliveryWorkflow`));
  expect(output).not.toContain(sessions[3]);
});

test('what was not looked at is told', async () => {
  const { output } = await replayed(
    addresses.VERIFA_TEST_WORKFLOW_BUNDLE,
    '--newest',
    '1',
    '--oldest',
    '1',
  );
  expect(output).toMatch(/sessionWorkflow: 4 open, 1 go on, 1 have not begun, .*, 2 not looked at/);
});

test('what is pinned to its build is not the next one’s to break', async () => {
  const pinned = await setOpenStage();
  try {
    const none = await replayedOn(pinned, slipped);
    expect(none).toEqual({ code: 0, output: 'No workflow is open: none could break.\n' });
    let tries = 0;
    const version = { deploymentName: 'verifa', buildId: 'a' };
    await pinned.work({
      version,
      webhookActivities: {
        tryDelivery: () => {
          tries += 1;
          return Promise.reject(new Error('nobody is there'));
        },
      },
    });
    const current = ['--deployment-name', version.deploymentName, '--build-id', version.buildId];
    await eventually('the build to be current', () =>
      pinned.cli('worker', 'deployment', 'set-current-version', ...current, '--yes').then(
        () => true,
        () => undefined,
      ),
    );
    await pinned.deliver();
    await eventually('a first try', () => Promise.resolve(tries > 0 ? true : undefined));
    const { code, output } = await eventually('it to be listed', async () => {
      const answer = await replayedOn(pinned, slipped);
      return answer.output.includes('deliveryWorkflow: 1 open') ? answer : undefined;
    });
    expect(output).toContain('1 stay on their build, 0 would break');
    expect(code).toBe(0);
  } finally {
    await pinned.stop();
  }
});

test('Temporal away is no yes', async () => {
  const started = startProcess(
    join(build, 'services/admin/main.js'),
    { TEMPORAL_ADDRESS: '127.0.0.1:1', WORKFLOW_BUNDLE: slipped },
    ['replay'],
  );
  const code = await eventually('its end', () => Promise.resolve(started.exitCode ?? undefined));
  expect(code).toBe(1);
  expect(started.output()).toContain('Temporal cannot be used');
});

test('a sample has the newest and the oldest of each type, each once, and the number of all', async () => {
  const run = (type: string, number: number): OpenRun => ({
    type,
    workflowId: String(number),
    runId: 'r',
  });
  async function* newestFirst(): AsyncGenerator<OpenRun> {
    for (const number of [9, 8, 7, 6, 5]) yield await Promise.resolve(run('a', number));
    yield run('b', 4);
  }
  const sampled = await sampleOpen(newestFirst(), { newest: 2, oldest: 1 });
  const ids = sampled.map(({ type, open, runs }) => [
    type,
    open,
    runs.map((one) => one.workflowId),
  ]);
  expect(ids).toEqual([
    ['a', 5, ['9', '8', '5']],
    ['b', 1, ['4']],
  ]);
});
