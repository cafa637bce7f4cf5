import type { WorkflowHandle } from '@temporalio/client';
import { eventually } from '../processes/running-process';
import { setOpenStage, type OpenStage } from './open-stage';

const deployment = 'verifa';
const versionOf = (buildId: string) => ({ deploymentName: deployment, buildId });
let stage: OpenStage;
let letGo: () => void = () => undefined;
beforeAll(async () => {
  stage = await setOpenStage();
});
afterAll(async () => {
  letGo();
  await stage.stop();
});

/** As an operator does it; the server knows a build once its workers have asked for work. */
async function makeCurrent(buildId: string): Promise<void> {
  await eventually(`${buildId} to be current`, () =>
    deploy('set-current-version', '--build-id', buildId, '--yes').then(
      () => true,
      () => undefined,
    ),
  );
}

function deploy(command: string, ...words: readonly string[]): Promise<string> {
  return stage.cli('worker', 'deployment', command, '--deployment-name', deployment, ...words);
}

/** Where the run's last workflow task was done. */
async function standing(workflowId: string): Promise<unknown> {
  const { raw } = await handle(workflowId).describe();
  const { versioningInfo: info } = raw.workflowExecutionInfo ?? {};
  return { build: info?.deploymentVersion?.buildId, behavior: info?.behavior };
}

function handle(workflowId: string): WorkflowHandle {
  return stage.temporal.workflow.getHandle(workflowId);
}

/** `temporal.api.enums.v1.VersioningBehavior` */
const pinned = 1;
const autoUpgrade = 2;

test('an open session goes on with the next build, and a delivery under way ends on the build it began with', async () => {
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const tried: string[] = [];
  await stage.work({
    version: versionOf('a'),
    webhookActivities: {
      tryDelivery: async () => {
        tried.push('a');
        await held;
        return 'delivered';
      },
    },
  });
  await makeCurrent('a');
  const session = await stage.create();
  await eventually('the session to begin', async () =>
    JSON.stringify(await standing(session)).includes('"a"') ? true : undefined,
  );
  const delivery = await stage.deliver();
  await eventually('the delivery to be under way', () =>
    Promise.resolve(tried.length > 0 ? true : undefined),
  );

  const next = {
    tryDelivery: () => {
      tried.push('b');
      return Promise.resolve('delivered' as const);
    },
  };
  await stage.work({ version: versionOf('b'), webhookActivities: next });
  // A part of what begins goes to the next build first; then everything.
  await eventually('b to be known', () =>
    deploy('set-ramping-version', '--build-id', 'b', '--percentage', '10', '--yes').then(
      () => true,
      () => undefined,
    ),
  );
  await makeCurrent('b');
  const described = await stage.cli('worker', 'deployment', 'describe', '--name', deployment);
  expect(described).toMatch(/CurrentVersionBuildID +b/);

  const { state } = await stage.send(session, { type: 'start_capture' });
  expect(state.status).toBe('capturing');
  expect(await standing(session)).toEqual({ build: 'b', behavior: autoUpgrade });
  const later = await stage.deliver();
  expect(await handle(later).result()).toBe('delivered');
  expect(await standing(later)).toEqual({ build: 'b', behavior: pinned });

  letGo();
  expect(await handle(delivery).result()).toBe('delivered');
  expect(await standing(delivery)).toEqual({ build: 'a', behavior: pinned });
  expect(tried).toEqual(['a', 'b']);
});

test('what is pinned to a build that is gone is moved to the present one by hand', async () => {
  let tries = 0;
  const gone = await stage.work({
    version: versionOf('c'),
    webhookActivities: {
      tryDelivery: () => {
        tries += 1;
        return Promise.reject(new Error('nobody is there'));
      },
    },
  });
  await makeCurrent('c');
  const delivery = await stage.deliver();
  await eventually('a first try', () => Promise.resolve(tries > 0 ? true : undefined));
  await stage.work({ version: versionOf('d') });
  await makeCurrent('d');
  await gone.stop();
  const pinnedToGone = `ExecutionStatus = 'Running' AND TemporalWorkerDeploymentVersion = '${deployment}:c'`;
  await eventually('it to be listed', async () =>
    (await stage.temporal.workflow.count(pinnedToGone)).count > 0 ? true : undefined,
  );
  await stage.cli(
    ...['workflow', 'update-options', '--versioning-override-behavior', 'auto_upgrade'],
    ...['--query', pinnedToGone, '--yes'],
  );
  expect(await handle(delivery).result()).toBe('delivered');
});
