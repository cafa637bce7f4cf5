import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
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
  const { t, state, otherDevice } = plan.step;
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
          {trouble === 'embedder_forbids' && (
            <a class="button primary" href={location.href} target="_blank" rel="noopener">
              {t('camera.open_tab')}
            </a>
          )}
          {trouble === 'no_api' && <CopyLink plan={plan} />}
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
          {otherDevice !== undefined && (
            <Button look="plain" onClick={otherDevice}>
              {t('way.other_device')}
            </Button>
          )}
        </>
      }
    >
      {trouble === 'denied' && <p class="small">{t('camera.trouble.denied.how')}</p>}
      {isFileAllowed && <DropZone label={t('camera.drop')} onFile={onFile} />}
    </Step>
  );
}

/** The link for the phone's real browser; shown as well, for browsers that refuse to copy. */
function CopyLink({ plan }: { readonly plan: PicturePlan }) {
  const { t, say } = plan.step;
  const [isCopied, setIsCopied] = useState(false);
  const address = location.href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setIsCopied(true);
    say(t('camera.copied'));
  };
  return (
    <>
      <div class="field">
        <label htmlFor="page-link">{t('camera.link')}</label>
        <input
          id="page-link"
          type="text"
          readOnly
          dir="ltr"
          value={address}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </div>
      <Button look="primary" onClick={() => void copy().catch(() => undefined)}>
        {t(isCopied ? 'camera.copied' : 'camera.copy_link')}
      </Button>
    </>
  );
}
