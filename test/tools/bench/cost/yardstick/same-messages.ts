import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

export interface YardstickActivities {
  documentChecks(id: string): Promise<void>;
  faceChecks(id: string): Promise<void>;
  recordChecks(id: string): Promise<void>;
}

const activities = proxyActivities<YardstickActivities>({ startToCloseTimeout: '1 minute' });

export const startCapture = defineUpdate('start_capture');
export const submit = defineUpdate('submit');

/** A live session's messages and nothing else: its start, two updates, three activities. */
export async function sameMessages(id: string): Promise<void> {
  let submitted = false;
  setHandler(startCapture, () => undefined);
  setHandler(submit, () => {
    submitted = true;
  });
  await condition(() => submitted);
  await Promise.all([activities.documentChecks(id), activities.faceChecks(id)]);
  await activities.recordChecks(id);
}
