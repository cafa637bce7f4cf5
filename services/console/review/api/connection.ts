import { createSignal, type Signal } from './signal';
import { Unreachable } from './problem';

export type Reach = 'up' | 'away';

/** Whether the API answers. */
export interface Connection {
  readonly reach: Pick<Signal<Reach>, 'get' | 'subscribe'>;
  /** Notes of each request whether there was an answer. */
  readonly note: <Answer>(asked: Promise<Answer>) => Promise<Answer>;
}

export function createConnection(): Connection {
  const reach = createSignal<Reach>('up');
  return {
    reach,
    async note(asked) {
      try {
        const answer = await asked;
        reach.set('up');
        return answer;
      } catch (cause) {
        reach.set(cause instanceof Unreachable ? 'away' : 'up');
        throw cause;
      }
    },
  };
}
