import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import { mayAskAgain, type CameraTrouble } from './camera-trouble';
import { DropZone } from './drop-zone';
import { FileButton } from './file-button';
import type { PicturePlan } from './picture-plan';

interface CameraTroubleShape {
  readonly plan: PicturePlan;
  readonly trouble: CameraTrouble;
  readonly onAgain: () => void;
  readonly onFile: (file: File) => void;
  readonly onPhonePicture: (file: File) => void;
}

/** What to do when there is no picture from the camera: each kind of trouble has its own way on. */
export function CameraTroubleView(props: CameraTroubleShape) {
  const { plan, trouble, onAgain, onFile, onPhonePicture } = props;
  const { t, state, api, next, otherDevice, trouble: fail } = plan.step;
  const [isOpening, setIsOpening] = useState(false);
  /** This link belongs to this frame: the tab gets one of its own, and this page follows it. */
  const openTab = (): void => {
    // At once, or it counts as a window that nobody asked for.
    const tab = window.open('about:blank', '_blank');
    if (tab === null) {
      otherDevice?.();
      return;
    }
    setIsOpening(true);
    api
      .handoff()
      .then(({ captureUrl }) => {
        tab.location.replace(captureUrl);
        return next();
      })
      .catch((cause: unknown) => {
        tab.close();
        fail(cause);
      });
  };
  const isFileAllowed = state.files === 'allowed';
  const isPhone = matchMedia('(pointer: coarse)').matches;
  return (
    <Step
      title={t(`camera.trouble.${trouble}.title`)}
      text={t(`camera.trouble.${trouble}.text`)}
      actions={
        <>
          {mayAskAgain(trouble) && (
            <Button look="primary" onClick={onAgain}>
              {t(trouble === 'stopped' ? 'camera.turn_on' : 'way.try_again')}
            </Button>
          )}
          {trouble === 'embedder_forbids' && state.handoff !== 'off' && (
            <Button look="primary" busy={isOpening} onClick={openTab}>
              {t('camera.open_tab')}
            </Button>
          )}
          {trouble === 'no_api' && otherDevice !== undefined && (
            <Button look="primary" onClick={otherDevice}>
              {t('camera.own_browser')}
            </Button>
          )}
          {isPhone && (
            <FileButton
              accept={['image/*']}
              capture={plan.use === 'face' ? 'user' : 'environment'}
              onFile={onPhonePicture}
            >
              {t('camera.phone_camera')}
            </FileButton>
          )}
          {isFileAllowed && (
            <FileButton accept={plan.formats} onFile={onFile}>
              {t('camera.choose')}
            </FileButton>
          )}
          {trouble !== 'no_api' && <OtherDevice step={plan.step} look="plain" />}
        </>
      }
    >
      <p class="needed">{t('camera.needed', { piece: t(`camera.${plan.texts}.title`) })}</p>
      {trouble === 'denied' && <p class="small">{t('camera.trouble.denied.how')}</p>}
      {isFileAllowed && <DropZone label={t('camera.drop')} onFile={onFile} />}
    </Step>
  );
}
