import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import type { PicturePlan } from './picture-plan';
import type { TakenPicture } from './taken-picture';

interface PictureReviewShape {
  readonly plan: PicturePlan;
  readonly picture: TakenPicture;
  readonly onAccept: () => void;
  readonly onAgain: () => void;
}

/** The person looks at it before it is sent: nobody knows better whether it can be read. */
export function PictureReview({ plan, picture, onAccept, onAgain }: PictureReviewShape) {
  const { t } = plan.step;
  return (
    <Step
      title={t(`camera.${plan.texts}.review`)}
      actions={
        <>
          <Button look="primary" onClick={onAccept}>
            {t('camera.use')}
          </Button>
          <Button onClick={onAgain}>
            {t(picture.source === 'camera' ? 'way.take_again' : 'camera.choose_other')}
          </Button>
        </>
      }
    >
      <PicturePreview blob={picture.blob} name={picture.name} label={t('camera.taken')} />
    </Step>
  );
}

interface PreviewShape {
  readonly blob: Blob;
  readonly label: string;
  readonly name?: string;
}

/** A picture from the device itself; a PDF is named only. */
export function PicturePreview({ blob, label, name = '' }: PreviewShape) {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  if (blob.type === 'application/pdf')
    return <p class="taken-file">{name === '' ? 'PDF' : name}</p>;
  return <img class="taken-picture" src={url} alt={label} />;
}
