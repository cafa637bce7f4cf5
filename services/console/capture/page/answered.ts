import type { CaptureApi } from '../server/capture-api';
import type { CaptureState } from '../server/capture-state';

/** What the server said of the link, and when, by `performance.now()`. */
export interface Answered {
  readonly state: CaptureState;
  readonly at: number;
}

export async function askState(api: CaptureApi): Promise<Answered> {
  const state = await api.state();
  return { state, at: performance.now() };
}
