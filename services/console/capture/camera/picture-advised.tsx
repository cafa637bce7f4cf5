import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { adviceText, type Advice } from './advice';
import type { PicturePlan } from './picture-plan';
import { PicturePreview } from './picture-review';

interface PictureAdvisedShape {
  readonly plan: PicturePlan;
  readonly blob: Blob;
  readonly advice: readonly Advice[];
  readonly onAgain: () => void;
  readonly onAnyway: () => void;
}

/** The picture is stored, and another would be better; the person decides. */
export function PictureAdvised({ plan, blob, advice, onAgain, onAnyway }: PictureAdvisedShape) {
  const { t } = plan.step;
  return (
    <Step
      title={t('camera.advised.title')}
      text={t('camera.advised.text')}
      actions={
        <>
          <Button look="primary" onClick={onAgain}>
            {t('way.take_again')}
          </Button>
          <Button onClick={onAnyway}>{t('camera.use_anyway')}</Button>
        </>
      }
    >
      <ul class="advice">
        {advice.map((one) => {
          const text = adviceText(one, plan.use);
          return text === null ? null : <li key={one}>{t(text)}</li>;
        })}
      </ul>
      <PicturePreview blob={blob} label={t('camera.taken')} />
    </Step>
  );
}
