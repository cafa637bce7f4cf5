import { mayAskAgain, type CameraTrouble } from '../camera/camera-trouble';
import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface CameraAwayShape {
  readonly step: StepProps;
  readonly trouble: CameraTrouble;
  readonly onAgain: () => void;
  readonly onDecline: (() => void) | undefined;
}

/** No picture from the camera: a movement cannot be shown by a file, so other ways are fewer. */
export function CameraAway({ step, trouble, onAgain, onDecline }: CameraAwayShape) {
  const { t } = step;
  return (
    <Step
      title={t(`camera.trouble.${trouble}.title`)}
      text={t(`camera.trouble.${trouble}.text`)}
      actions={
        <>
          {mayAskAgain(trouble) && (
            <Button look="primary" onClick={onAgain}>
              {t('way.try_again')}
            </Button>
          )}
          {trouble === 'embedder_forbids' && (
            <a class="button primary" href={location.href} target="_blank" rel="noopener">
              {t('camera.open_tab')}
            </a>
          )}
          <OtherDevice step={step} />
          {onDecline !== undefined && (
            <Button look="plain" onClick={onDecline}>
              {t('liveness.decline')}
            </Button>
          )}
        </>
      }
    >
      {trouble === 'denied' && <p class="small">{t('camera.trouble.denied.how')}</p>}
    </Step>
  );
}
