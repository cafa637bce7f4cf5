import { GivenUp } from './problem';
import { createSignal, type Signal } from './signal';

/** What has to be known of the person before a request can go on. */
export type Proof =
  /** The sign-in has run out. */
  | 'sign_in'
  /** A code of their app, for what is dangerous. */
  | 'code';

/** Whom a request is for: the person has just asked for it, or the screen keeps itself up to date. */
type Asker = 'person' | 'screen';

interface Waiting {
  readonly proof: Proof;
  readonly answer: Promise<void>;
  readonly done: () => void;
  readonly giveUp: () => void;
}

type Readable<Value> = Pick<Signal<Value>, 'get' | 'subscribe'>;

/**
 * Holds requests back while a dialog asks who the person is. The dialog lies over the screen, which stays as it
 * is, with all that was typed; when it is answered, the requests are sent again.
 */
export interface Access {
  readonly waiting: Readable<Waiting | null>;
  /** The person closed the dialog: screens that ask by themselves do not open it again. */
  readonly declined: Readable<boolean>;
  /** Settles when the dialog does: one dialog, however many requests wait for it. */
  readonly prove: (proof: Proof, asker: Asker) => Promise<void>;
}

export function createAccess(): Access {
  const waiting = createSignal<Waiting | null>(null);
  const declined = createSignal(false);

  function open(proof: Proof): Promise<void> {
    const { promise, resolve, reject } = settled();
    const end = (isDone: boolean, settle: () => void) => () => {
      waiting.set(null);
      if (proof === 'sign_in') declined.set(!isDone);
      settle();
    };
    waiting.set({
      proof,
      answer: promise,
      done: end(true, resolve),
      giveUp: end(false, () => reject(new GivenUp(proof))),
    });
    return promise;
  }

  return {
    waiting,
    declined,
    async prove(proof, asker) {
      const already = waiting.get();
      if (already !== null) {
        await already.answer;
        // A sign-in says nothing of a code; a code cannot be given without one.
        if (already.proof === proof || proof === 'sign_in') return;
      }
      if (declined.get() && asker === 'screen') throw new GivenUp(proof);
      await open(proof);
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
