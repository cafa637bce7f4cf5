import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import { DropZone } from './drop-zone';
import { FileButton } from './file-button';
import type { PicturePlan } from './picture-plan';
import { PictureSign } from './picture-sign';

interface CameraIntroShape {
  readonly plan: PicturePlan;
  readonly onCamera: () => void;
  readonly onFile: (file: File) => void;
}

/** Says what is needed before the browser asks for the camera: who knows why, says yes. */
export function CameraIntro({ plan, onCamera, onFile }: CameraIntroShape) {
  const { step, texts, formats, filesFirst } = plan;
  const { t, state } = step;
  const isFileAllowed = state.files === 'allowed';
  const filesLead = filesFirst && isFileAllowed;
  return (
    <Step
      title={t(`camera.${texts}.title`)}
      text={t(`camera.${texts}.text`)}
      sign={<PictureSign use={plan.use} />}
      actions={
        <>
          {filesLead && (
            <FileButton look="primary" accept={formats} onFile={onFile}>
              {t('camera.choose')}
            </FileButton>
          )}
          <Button look={filesLead ? 'secondary' : 'primary'} onClick={onCamera}>
            {t(filesLead ? 'camera.take_picture' : 'camera.turn_on')}
          </Button>
          {isFileAllowed && !filesLead && (
            <FileButton accept={formats} onFile={onFile}>
              {t('camera.choose')}
            </FileButton>
          )}
          <OtherDevice step={step} look="plain" />
        </>
      }
    >
      <p class="small">{t('camera.will_ask')}</p>
      {isFileAllowed && <DropZone label={t('camera.drop')} onFile={onFile} />}
    </Step>
  );
}
