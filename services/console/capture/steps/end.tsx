import { useEffect, useState } from 'preact/hooks';
import type { Ending } from '../flow/screen';
import { Button } from '../parts/button';
import { OutLink } from '../parts/help';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { Translate } from '../texts';

interface EndShape {
  readonly t: Translate;
  readonly organization: string;
  readonly supportUrl: string | null;
  readonly ending: Ending;
  /** Back to where the person came from; null where nobody named it. */
  readonly leave: (() => void) | null;
  /** Closes the window that embeds the page; null where there is none. */
  readonly close: (() => void) | null;
}

const leaveAfterSeconds = 5;

/** How it ended, and the way back. */
export function End({ t, organization, supportUrl, ending, leave, close }: EndShape) {
  const isGood = ending === 'done' || ending === 'approved' || ending === 'under_review';
  const offersSupport = !isGood && supportUrl !== null;
  // Bad news is read in one's own time.
  const [seconds, setSeconds] = useState<number | null>(
    isGood && leave !== null ? leaveAfterSeconds : null,
  );
  useEffect(() => {
    if (seconds === null) return;
    if (seconds === 0) {
      leave?.();
      return;
    }
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <Step
      sign={
        <span class={`sign ${isGood ? 'good' : 'plain'}`}>
          <Icon name={isGood ? 'check' : ending === 'expired' ? 'clock' : 'alert'} large />
        </span>
      }
      title={t(`end.${ending}.title`)}
      text={t(`end.${ending}.text`, { organization })}
      actions={
        leave === null && close === null && !offersSupport ? undefined : (
          <>
            {leave !== null && (
              <Button look="primary" onClick={leave}>
                {t('end.return', { organization })}
              </Button>
            )}
            {leave === null && close !== null && (
              <Button look="primary" onClick={close}>
                {t('way.close')}
              </Button>
            )}
            {offersSupport && (
              <OutLink t={t} href={supportUrl}>
                {t('way.support', { organization })}
              </OutLink>
            )}
            {seconds !== null && (
              // WCAG 2.2.1: what happens by itself can be stopped.
              <Button look="plain" onClick={() => setSeconds(null)}>
                {t('end.stay')}
              </Button>
            )}
          </>
        )
      }
    >
      {seconds !== null ? (
        <p class="small">{t('end.returning', { count: seconds })}</p>
      ) : (
        leave === null && close === null && <p class="small">{t('end.close')}</p>
      )}
    </Step>
  );
}
