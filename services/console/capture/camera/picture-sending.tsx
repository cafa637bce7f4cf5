import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { PicturePreview } from './picture-review';
import type { PicturePlan } from './picture-plan';

interface PictureSendingShape {
  readonly plan: PicturePlan;
  readonly blob: Blob;
  /** 0–1. */
  readonly share: number;
  /** Nothing gets through at the moment. */
  readonly isWaiting: boolean;
  readonly onAgain: () => void;
}

/** How far the upload is; without a connection, that nothing is lost. */
export function PictureSending({ plan, blob, share, isWaiting, onAgain }: PictureSendingShape) {
  const { t, language } = plan.step;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  const isChecking = share >= 1 && !isWaiting;
  return (
    <Step
      title={t(isWaiting ? 'camera.waiting.title' : 'camera.sending')}
      text={t(isWaiting ? 'camera.waiting.text' : 'camera.sending_text')}
      actions={isWaiting ? <Button onClick={onAgain}>{t('way.try_again')}</Button> : undefined}
    >
      <PicturePreview blob={blob} label={t('camera.taken')} />
      <div class="sending">
        <progress max={1} value={isChecking ? undefined : share} aria-label={t('camera.sending')} />
        <span aria-hidden="true">{isChecking ? t('camera.checking') : percent}</span>
      </div>
    </Step>
  );
}
