import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({
  startToCloseTimeout: '10 seconds',
});

/** The floor: one update that asks for one activity, and nothing else. */
export async function bareWorkflow(): Promise<void> {
  let done = false;
  setHandler(defineUpdate('go'), async () => {
    await nothing();
    done = true;
  });
  await condition(() => done && allHandlersFinished());
}
