import { Button } from '../parts/button';
import { Step } from '../parts/step';
import type { Translate } from '../texts';

interface RefusedShape {
  readonly t: Translate;
  readonly organization: string;
  readonly readAgain: () => void;
  /** Back to where the person came from; null where nobody named it. */
  readonly leave: (() => void) | null;
}

/** Nothing is sent after a no, and the no can be thought over. */
export function ConsentRefused({ t, organization, readAgain, leave }: RefusedShape) {
  return (
    <Step
      title={t('refused.title')}
      text={t('refused.text')}
      actions={
        <>
          {leave !== null && (
            <Button look="primary" onClick={leave}>
              {t('end.return', { organization })}
            </Button>
          )}
          <Button onClick={readAgain}>{t('refused.back')}</Button>
        </>
      }
    />
  );
}
