import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import type { TextKey } from '../texts';
import { FileButton } from './file-button';
import type { PicturePlan } from './picture-plan';

interface PictureRefusedShape {
  readonly plan: PicturePlan;
  readonly title: TextKey;
  readonly text: TextKey;
  readonly onAgain: () => void;
  readonly onFile: (file: File) => void;
}

/** A picture that cannot be used, and why; another one can. */
export function PictureRefused({ plan, title, text, onAgain, onFile }: PictureRefusedShape) {
  const { t, state } = plan.step;
  const megabytes = Math.floor(state.accepts.maxBytes / (1024 * 1024));
  const values = { megabytes, organization: state.organization.name };
  return (
    <Step
      title={t(title, values)}
      text={t(text, values)}
      actions={
        <>
          <Button look="primary" onClick={onAgain}>
            {t('camera.take_new')}
          </Button>
          {state.files === 'allowed' && (
            <FileButton accept={plan.formats} onFile={onFile}>
              {t('camera.choose_other')}
            </FileButton>
          )}
          <OtherDevice step={plan.step} look="plain" />
        </>
      }
    />
  );
}
