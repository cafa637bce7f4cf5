import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../server/refusal';
import { Loading } from './loading';
import type { StepProps } from './step-props';

interface LaterShape<Loaded> {
  readonly step: StepProps;
  readonly load: () => Promise<Loaded>;
  readonly children: (loaded: Loaded) => ComponentChild;
}

/** A step whose code is not part of the first view: it is there already, unless the network was away. */
export function Later<Loaded>({ step, load, children }: LaterShape<Loaded>) {
  const [loaded, setLoaded] = useState<{ readonly it: Loaded } | null>(null);
  const { t, trouble } = step;
  // A browser may remember that a script failed: only a new page asks for it again.
  const reload = (): void => location.reload();
  useEffect(() => {
    const gone = new AbortController();
    load().then(
      (it) => {
        if (!gone.signal.aborted) setLoaded({ it });
      },
      () => {
        if (!gone.signal.aborted) trouble(new Refusal('offline'), { try_again: reload });
      },
    );
    return () => gone.abort();
  }, [load, trouble]);
  return loaded === null ? <Loading t={t} retry={reload} /> : children(loaded.it);
}
