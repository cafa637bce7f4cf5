import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import type { StepProps } from './step-props';

/** The movements that show a living person; whoever cannot make them says so. */
export function LivenessStep({ t, api, next, trouble }: StepProps) {
  const [busy, setBusy] = useState(false);
  const decline = (): void => {
    setBusy(true);
    api
      .declineLiveness()
      .then(next)
      .catch((cause: unknown) => {
        setBusy(false);
        trouble(cause);
      });
  };
  return (
    <Step
      title={t('liveness.title')}
      text={t('liveness.text')}
      actions={
        <Button busy={busy} onClick={decline}>
          {t('liveness.decline')}
        </Button>
      }
    />
  );
}
