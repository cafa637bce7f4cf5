import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

export interface Messages {
  readonly id: string;
  /** Whether the activities write what a session's write. */
  readonly writes: boolean;
}

export interface YardstickActivities {
  documentChecks(messages: Messages): Promise<void>;
  faceChecks(messages: Messages): Promise<void>;
  recordChecks(messages: Messages): Promise<void>;
}

const activities = proxyActivities<YardstickActivities>({ startToCloseTimeout: '1 minute' });

export const startCapture = defineUpdate('start_capture');
export const submit = defineUpdate('submit');

/** A live session's messages and nothing else: its start, two updates, three activities. */
export async function sameMessages(messages: Messages): Promise<void> {
  let submitted = false;
  setHandler(startCapture, () => undefined);
  setHandler(submit, () => {
    submitted = true;
  });
  await condition(() => submitted);
  await Promise.all([activities.documentChecks(messages), activities.faceChecks(messages)]);
  await activities.recordChecks(messages);
}
