import { useEffect, useRef, useState } from 'preact/hooks';
import type { LivenessChallenge } from '../../../../shared/domain/checks/liveness-challenge';
import { CameraStage } from '../camera/camera-stage';
import type { CameraTrouble } from '../camera/camera-trouble';
import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';
import type { TextKey } from '../texts';
import type { AskedChallenge } from './asked-challenge';
import { ColouredLight } from './coloured-light';
import { MovementSign } from './movement-sign';
import { askedNow } from './performing';
import type { PerformedSet } from './performing';
import { usePerforming } from './use-performing';

export interface Recording {
  readonly performed: PerformedSet;
  readonly coloursFromMs: number | null;
}

interface PerformingShape {
  readonly step: StepProps;
  readonly challenge: AskedChallenge;
  readonly onDone: (recording: Recording) => void;
  readonly onStale: () => void;
  readonly onDecline: (() => void) | undefined;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

/** The camera with one instruction at a time; goes on by itself when it is followed. */
export function PerformingScreen(shape: PerformingShape) {
  const { step, challenge, onDecline, onTrouble } = shape;
  const { t, say, signals } = step;
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [isSlow, setIsSlow] = useState(false);
  const coloursFrom = useRef<number | null>(null);
  const { performing, help, isWatched, sayDone, askAgain } = usePerforming({
    step,
    challenge,
    video,
    onDone: (performed) => shape.onDone({ performed, coloursFromMs: coloursFrom.current }),
    onStale: shape.onStale,
  });
  const asked = askedNow(performing) ?? 'neutral';
  const title = t(`liveness.${asked}.title`);
  const hint = video === null ? 'camera.starting' : hintOf(performing.hint, asked, isWatched);
  useEffect(() => {
    // Said late it would ask for a movement that is past.
    if (video !== null) say(title, 'hint');
  }, [video, title]);
  const showsButton = !isWatched || help === 'stuck';
  return (
    <Step
      title={title}
      text={isSlow && video === null ? t('camera.trouble.slow.text') : textOf(t, asked, help)}
      actions={
        <>
          {video !== null && showsButton && (
            <Button look="primary" onClick={sayDone}>
              {t(asked === 'neutral' ? 'liveness.ready' : 'liveness.done')}
            </Button>
          )}
          {help === 'stuck' && <Button onClick={askAgain}>{t('liveness.retry')}</Button>}
          {isSlow && video === null && <OtherDevice step={step} />}
          {onDecline !== undefined && (
            <Button look="plain" onClick={onDecline}>
              {t('liveness.decline')}
            </Button>
          )}
        </>
      }
    >
      <div class={`performing${challenge.colours === null ? '' : ' lit'}`}>
        {video !== null && challenge.colours !== null && (
          <ColouredLight
            colours={challenge.colours}
            onShown={() => {
              coloursFrom.current = performance.now() - challenge.cameMs;
            }}
          />
        )}
        <CameraStage
          use="face"
          shape="oval"
          label={t('liveness.camera.view')}
          isGood={performing.hint === 'good'}
          onReady={(element, stream) => {
            signals.camera(stream.getVideoTracks()[0]?.label ?? '');
            setVideo(element);
          }}
          onTrouble={(trouble) => {
            if (trouble === 'slow') setIsSlow(true);
            else onTrouble(trouble);
          }}
        >
          <MovementSign key={asked} asked={asked} />
          {hint !== null && <p class="stage-hint">{t(hint)}</p>}
        </CameraStage>
        <Progress step={step} done={performing.done.length} of={challenge.challenges.length} />
      </div>
    </Step>
  );
}

type Asked = LivenessChallenge | 'neutral';

function textOf(t: StepProps['t'], asked: Asked, help: 'none' | 'how' | 'stuck'): string {
  if (asked === 'neutral') return t('liveness.neutral.how');
  if (help === 'stuck') return t('liveness.stuck');
  // How it is done stands there from the beginning for who cannot guess it: only more words come later.
  return t(help === 'how' ? `liveness.${asked}.how` : `liveness.${asked}.text`);
}

/** Of a movement that is under way, only what hides it from the camera is worth saying. */
function hintOf(
  hint: ReturnType<typeof usePerforming>['performing']['hint'],
  asked: Asked,
  isWatched: boolean,
): TextKey | null {
  if (!isWatched) return 'liveness.unwatched';
  if (hint === null) return null;
  if (asked === 'neutral') return `camera.face_hint.${hint}`;
  return hint === 'no_face' || hint === 'several_faces' || hint === 'too_dark'
    ? `camera.face_hint.${hint}`
    : null;
}

function Progress({
  step: { t },
  done,
  of,
}: {
  readonly step: StepProps;
  readonly done: number;
  readonly of: number;
}) {
  return (
    <div class="movements-done" role="img" aria-label={t('liveness.progress', { done, of })}>
      {Array.from({ length: of }, (_, index) => (
        <span key={index} class={index < done ? 'past' : ''} />
      ))}
    </div>
  );
}
