import { GivenUp } from './problem';
import { createSignal, type Signal } from './signal';

/** What has to be known of the person before a request can go on. */
export type Proof =
  /** The sign-in has run out. */
  | 'sign_in'
  /** A code of their app, for what is dangerous. */
  | 'code';

interface Waiting {
  readonly proof: Proof;
  readonly answer: Promise<void>;
  readonly done: () => void;
  readonly giveUp: () => void;
}

/**
 * Holds requests back while a dialog asks who the person is. The dialog lies over the screen, which stays as it
 * is, with all that was typed; when it is answered, the requests are sent again.
 */
export interface Access {
  readonly waiting: Pick<Signal<Waiting | null>, 'get' | 'subscribe'>;
  /** Settles when the dialog does: one dialog, however many requests wait for it. */
  readonly prove: (proof: Proof) => Promise<void>;
}

export function createAccess(): Access {
  const waiting = createSignal<Waiting | null>(null);
  return {
    waiting,
    async prove(proof) {
      const already = waiting.get();
      if (already !== null) {
        await already.answer;
        // A sign-in says nothing of a code; a code cannot be given without one.
        if (already.proof === proof || proof === 'sign_in') return;
      }
      const { promise, resolve, reject } = settled();
      const end = (settle: () => void) => () => {
        waiting.set(null);
        settle();
      };
      waiting.set({
        proof,
        answer: promise,
        done: end(resolve),
        giveUp: end(() => reject(new GivenUp(proof))),
      });
      await promise;
    },
  };
}

function settled() {
  let resolve: () => void = () => undefined;
  let reject: (cause: Error) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
