import {
  CancellationScope,
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { searchAttributeKeys } from '../../../../../shared/temporal/search-attributes';
import { verifySignature } from '../../../../../workflows/verify-signature';
import type { Layer } from './layers';
import type { SessionSteps } from './session-steps';

export interface Signed {
  readonly text: string;
  readonly signature: string;
}

export interface Messages {
  readonly id: string;
  /** Whether the activities write what a session's write. */
  readonly writes: boolean;
  readonly layers: readonly Layer[];
  readonly steps: SessionSteps;
  readonly start: Signed;
  /** Of who signs, hex. */
  readonly verifyWith: string;
}

export interface YardstickActivities {
  documentChecks(messages: Messages): Promise<void>;
  faceChecks(messages: Messages): Promise<void>;
  recordChecks(messages: Messages): Promise<void>;
  /** A commit's place in the history, without what it writes. */
  step(): Promise<void>;
}

const far = proxyActivities<YardstickActivities>({ startToCloseTimeout: '1 minute' });
const near = proxyLocalActivities<YardstickActivities>({ startToCloseTimeout: '1 minute' });

export const startCapture = defineUpdate<null, [Signed]>('start_capture');
export const submit = defineUpdate<null, [Signed]>('submit');

/** A live session's messages: its start, two updates, three activities; upon them what the layers name. */
export async function sameMessages(messages: Messages): Promise<void> {
  const { layers, verifyWith, start } = messages;
  const verify = ({ text, signature }: Signed): void => {
    if (!layers.includes('signed messages')) return;
    if (!verifySignature(text, signature, verifyWith)) throw new Error('not signed');
  };
  const steps = layers.includes('its steps') ? messages.steps : null;
  const isLocal = (number: number): boolean => steps !== null && number > steps.remote;
  verify(start);
  let left = steps === null ? 0 : steps.local - [1, 2, 3].filter(isLocal).length;
  const step = async (): Promise<null> => {
    if (left > 0) {
      left -= 1;
      await near.step();
    }
    return null;
  };
  let submitted = false;
  setHandler(startCapture, step, { validator: verify });
  setHandler(
    submit,
    async () => {
      await step();
      submitted = true;
      return null;
    },
    { validator: verify },
  );
  const deadline = new CancellationScope();
  if (steps !== null && steps.timers > 0)
    void deadline.run(() => sleep('7 days')).catch(() => null);
  await condition(() => submitted);
  deadline.cancel();
  await Promise.all([
    (isLocal(1) ? near : far).documentChecks(messages),
    (isLocal(2) ? near : far).faceChecks(messages),
  ]);
  await (isLocal(3) ? near : far).recordChecks(messages);
  while (left > 0) await step();
  for (let upserts = 0; upserts < (steps?.upserts ?? 0); upserts += 1) {
    upsertSearchAttributes([{ key: searchAttributeKeys.attempt, value: upserts + 1 }]);
  }
}
