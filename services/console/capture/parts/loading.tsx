import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Step } from './step';
import type { Translate } from '../texts';

const explainAfterMs = 10_000;

/** While the server has not answered yet; after ten seconds it says what may be wrong. */
export function Loading({ t, retry }: { readonly t: Translate; readonly retry: () => void }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (isLate) return;
    const timer = setTimeout(() => setLate(true), explainAfterMs);
    return () => clearTimeout(timer);
  }, [isLate]);
  return (
    <Step
      title={t('frame.loading')}
      {...(isLate ? { text: t('frame.slow') } : {})}
      sign={<span class="turning" />}
      actions={
        isLate ? (
          <Button
            look="primary"
            onClick={() => {
              setLate(false);
              retry();
            }}
          >
            {t('way.try_again')}
          </Button>
        ) : undefined
      }
    />
  );
}
