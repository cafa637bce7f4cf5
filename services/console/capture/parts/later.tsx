import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../server/refusal';
import type { StepProps } from '../step-props';
import { Loading } from './loading';

/** A step whose code comes when it is needed: the first view carries none of it. */
export interface LaterStep<P> {
  readonly Screen: ComponentType<P>;
  /** Fetches it beforehand, in the time that the person reads. */
  readonly load: () => void;
}

/** A step that is loaded once, and shown as soon as it is there. */
export function later<P extends StepProps>(
  fetchStep: () => Promise<ComponentType<P>>,
): LaterStep<P> {
  let loaded: ComponentType<P> | null = null;
  const load = async (): Promise<ComponentType<P>> => {
    loaded ??= await fetchStep();
    return loaded;
  };
  function Screen(props: P) {
    const [Step, setStep] = useState<ComponentType<P> | null>(() => loaded);
    const { t, trouble } = props;
    // A browser may keep a module that it could not load for broken: only a new page tries again.
    const reload = (): void => location.reload();
    useEffect(() => {
      if (Step !== null) return;
      const gone = new AbortController();
      load().then(
        (step) => {
          if (!gone.signal.aborted) setStep(() => step);
        },
        () => {
          if (!gone.signal.aborted) trouble(new Refusal('offline'), { try_again: reload });
        },
      );
      return () => gone.abort();
    }, []);
    return Step === null ? <Loading t={t} retry={reload} /> : <Step {...props} />;
  }
  return {
    Screen,
    load: () => {
      // Whether it failed is told when it is needed.
      load().catch(() => undefined);
    },
  };
}
