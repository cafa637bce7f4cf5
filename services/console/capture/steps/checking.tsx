import { useEffect } from 'preact/hooks';
import { Step } from '../parts/step';
import type { Translate } from '../texts';

const askEveryMs = 2_000;

interface CheckingShape {
  readonly t: Translate;
  readonly organization: string;
  readonly poll: () => Promise<void>;
}

/** Waits for the decision, where the person is told of it. Leaving loses nothing, and it says so. */
export function Checking({ t, organization, poll }: CheckingShape) {
  useEffect(() => {
    const timer = setInterval(() => void poll(), askEveryMs);
    return () => clearInterval(timer);
  }, [poll]);
  return (
    <Step title={t('checking.title')} text={t('checking.text')} sign={<span class="turning" />}>
      <p class="small">{t('checking.stay', { organization })}</p>
    </Step>
  );
}
