import { useEffect, useState } from 'preact/hooks';
import { adviceOf } from '../camera/advice';
import { CameraIntro } from '../camera/camera-intro';
import { CameraLive } from '../camera/camera-live';
import { CameraTroubleView } from '../camera/camera-trouble-view';
import type { CameraTrouble } from '../camera/camera-trouble';
import { checkFile } from '../camera/check-file';
import { shrinkPicture } from '../camera/grab-frame';
import { pageCamera } from '../camera/page-camera';
import { PictureAdvised } from '../camera/picture-advised';
import {
  mayStillBeTaken,
  refusedFile,
  refusedPicture,
  type PicturePhase,
} from '../camera/picture-phase';
import type { PicturePlan } from '../camera/picture-plan';
import { PictureRefused } from '../camera/picture-refused';
import { PictureReview } from '../camera/picture-review';
import { PictureSending } from '../camera/picture-sending';
import { firstPhase, keepPiece } from '../camera/resume';
import type { TakenPicture } from '../camera/taken-picture';
import { useSending } from '../camera/use-sending';
import { toldCameraTrouble } from '../camera/told-trouble';
import type { Refusal } from '../server/refusal';
import { keptPieces } from '../upload/kept-pieces';

interface PictureStepShape {
  readonly plan: PicturePlan;
  /** What was typed beside the picture was refused; undefined where nothing is. */
  readonly onInvalid?: (refusal: Refusal) => void;
}

/** One picture, from the question for the camera to the server's answer. */
export function PictureStep({ plan, onInvalid }: PictureStepShape) {
  const { step, piece } = plan;
  const { link } = step;
  const [phase, setPhase] = useState<PicturePhase>({ name: 'looking_up' });
  const [badTries, setBadTries] = useState(0);
  useEffect(() => pageCamera.hold(), []);
  useEffect(() => {
    const gone = new AbortController();
    void firstPhase(plan).then((first) => {
      if (gone.signal.aborted) return;
      setPhase(first);
      if (first.name === 'trouble') tellTrouble(plan, first.trouble);
    });
    return () => gone.abort();
    // Asked once, when the step opens: what changes later, the person has seen.
  }, []);
  const sending = useSending({
    plan,
    parts: phase.name === 'sending' ? phase.parts : null,
    onStored: (answer) => {
      void keptPieces.forget(link, piece);
      const advice = adviceOf(answer, plan.use);
      step.signals.step(piece, advice.length === 0 ? 'done' : 'retake');
      if (advice.length === 0 || phase.name !== 'sending') void step.next();
      else setPhase({ name: 'advised', advice, blob: phase.blob });
    },
    onRefused: (refusal) => {
      if (!mayStillBeTaken(refusal)) void keptPieces.forget(link, piece);
      const refused = refusedPicture(refusal);
      step.signals.step(piece, refused === null ? 'failed' : 'retake');
      if (refused !== null) {
        setBadTries((before) => before + 1);
        setPhase(refused);
      } else if (refusal.code === 'validation_failed' && onInvalid !== undefined) {
        onInvalid(refusal);
      } else step.trouble(refusal);
    },
  });
  const again = (): void => {
    setBadTries((before) => before + 1);
    setPhase({ name: 'camera' });
  };
  const toCamera = (): void => setPhase({ name: 'camera' });
  const review = (picture: TakenPicture): void => setPhase({ name: 'review', picture });
  const takeFile = async (file: File): Promise<void> => {
    const accepted = { formats: plan.formats, maxBytes: step.state.accepts.maxBytes };
    const trouble = checkFile(file, accepted);
    if (trouble === null) {
      step.signals.step(piece, 'file_chosen');
      review({ blob: file, source: 'file', name: file.name });
      return;
    }
    // Some browsers can open what the server cannot, and make a JPEG of it.
    const shrunk = trouble === 'heic' ? await shrinkPicture(file) : file;
    if (checkFile(shrunkFile(shrunk), accepted) === null)
      review({ blob: shrunk, source: 'file', name: '' });
    else setPhase(refusedFile(trouble));
  };
  const onFile = (file: File): void => void takeFile(file);
  const onPhonePicture = (file: File): void =>
    void shrinkPicture(file).then((blob) => review({ blob, source: 'camera', name: '' }));
  const accept = (picture: TakenPicture): void => {
    const parts = [
      ...Object.entries(plan.fields).map(([name, value]) => ({ name, value })),
      { name: 'file', value: picture.blob },
    ];
    // Kept before it is sent: from here on nothing can lose it.
    void keepPiece(plan, parts).then(() =>
      setPhase({ name: 'sending', parts, blob: picture.blob }),
    );
  };
  switch (phase.name) {
    case 'looking_up':
      return null;
    case 'intro':
      return <CameraIntro plan={plan} onCamera={toCamera} onFile={onFile} />;
    case 'camera':
      return (
        <CameraLive
          plan={plan}
          badTries={badTries}
          onPicture={(blob) => {
            step.say(step.t('camera.taken'));
            review({ blob, source: 'camera', name: '' });
          }}
          onFile={onFile}
          onPhonePicture={onPhonePicture}
          onTrouble={(trouble: CameraTrouble) => {
            tellTrouble(plan, trouble);
            setPhase({ name: 'trouble', trouble });
          }}
        />
      );
    case 'trouble':
      return (
        <CameraTroubleView
          plan={plan}
          trouble={phase.trouble}
          onAgain={toCamera}
          onFile={onFile}
          onPhonePicture={onPhonePicture}
        />
      );
    case 'review': {
      const { picture } = phase;
      const onAgain = picture.source === 'camera' ? again : () => setPhase({ name: 'intro' });
      return (
        <PictureReview
          plan={plan}
          picture={picture}
          onAccept={() => accept(picture)}
          onAgain={onAgain}
        />
      );
    }
    case 'sending': {
      const { share, isWaiting } = sending;
      return (
        <PictureSending
          plan={plan}
          blob={phase.blob}
          share={share}
          isWaiting={isWaiting}
          onAgain={sending.again}
        />
      );
    }
    case 'advised':
      return (
        <PictureAdvised
          plan={plan}
          blob={phase.blob}
          advice={phase.advice}
          onAgain={again}
          onAnyway={() => void step.next()}
        />
      );
    case 'refused':
      return (
        <PictureRefused
          plan={plan}
          title={phase.title}
          text={phase.text}
          onAgain={again}
          onFile={onFile}
        />
      );
  }
}

/** The embedding page can mend what its person cannot. */
function tellTrouble({ step, piece }: PicturePlan, trouble: CameraTrouble): void {
  step.signals.step(piece, toldCameraTrouble(trouble));
  if (trouble === 'embedder_forbids') step.tellEmbedder('camera_not_allowed_by_embedder');
}

function shrunkFile(blob: Blob): { size: number; type: string; name: string } {
  return { size: blob.size, type: blob.type, name: '' };
}
