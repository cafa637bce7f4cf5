import { useCallback, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { OtherDevice } from '../parts/other-device';
import { Step } from '../parts/step';
import type { TextKey } from '../texts';
import { CameraPicker } from './camera-picker';
import { CameraStage } from './camera-stage';
import type { CameraTrouble } from './camera-trouble';
import { FileButton } from './file-button';
import { FoundOutline } from './found-outline';
import { grabFrame } from './grab-frame';
import { enlarge } from './lens';
import type { PicturePlan } from './picture-plan';
import { useLooks } from './use-looks';

interface CameraLiveShape {
  readonly plan: PicturePlan;
  /** How often a picture of this piece did not do. */
  readonly badTries: number;
  readonly onPicture: (picture: Blob) => void;
  readonly onFile: (file: File) => void;
  readonly onPhonePicture: (file: File) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

interface Running {
  readonly video: HTMLVideoElement;
  readonly stream: MediaStream;
}

/** From here on the phone's own camera is offered: it focuses better than any page can make it. */
const triesBeforePhoneCamera = 3;

/** The camera's picture, what to do better, and the shutter. */
export function CameraLive(props: CameraLiveShape) {
  const { plan, badTries, onPicture, onFile, onPhonePicture, onTrouble } = props;
  const { step, texts, use, shape, lookAt, formats } = plan;
  const { t, state, say, signals } = step;
  const [running, setRunning] = useState<Running | null>(null);
  const [isSlow, setIsSlow] = useState(false);
  const [deviceId, setDeviceId] = useState<string>();
  const ended = useRef(false);
  const enlarged = useRef(false);
  /** The first picture or trouble ends this screen: one that was under way may not displace a file chosen meanwhile. */
  const end = useCallback((tell: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    tell();
  }, []);
  const finish = useCallback(
    (picture: Blob) =>
      end(() => {
        // A device without a motor has no such method.
        if ('vibrate' in navigator) navigator.vibrate(60);
        onPicture(picture);
      }),
    [end, onPicture],
  );
  const fail = (trouble: CameraTrouble): void => end(() => onTrouble(trouble));
  const tell = (hint: TextKey): void => {
    say(t(hint), 'hint');
    if (hint !== 'camera.hint.blurred' || enlarged.current || running === null) return;
    enlarged.current = enlarge(running.stream);
  };
  const { hint, look } = useLooks({
    video: running?.video ?? null,
    lookAt,
    say: tell,
    onCapture: finish,
  });
  const shoot = (): void => {
    if (running === null) return;
    grabFrame(running.video).then(finish, () => fail('failed'));
  };
  const shown = running === null ? 'camera.starting' : (hint ?? (`camera.${texts}.aim` as const));
  return (
    <Step
      title={t(`camera.${texts}.title`)}
      text={isSlow && running === null ? t('camera.trouble.slow.text') : undefined}
      actions={
        <>
          <Button look="primary" busy={running === null} onClick={shoot}>
            {t('camera.shoot')}
          </Button>
          {badTries >= triesBeforePhoneCamera && (
            <FileButton
              accept={['image/*']}
              capture={use === 'face' ? 'user' : 'environment'}
              onFile={(file) => end(() => onPhonePicture(file))}
            >
              {t('camera.phone_camera')}
            </FileButton>
          )}
          {state.files === 'allowed' && (
            <FileButton look="plain" accept={formats} onFile={(file) => end(() => onFile(file))}>
              {t('camera.choose_instead')}
            </FileButton>
          )}
          {isSlow && running === null && <OtherDevice step={step} look="plain" />}
        </>
      }
    >
      <CameraStage
        use={use}
        shape={shape}
        label={t(`camera.${texts}.view`)}
        deviceId={deviceId}
        isGood={look?.isGood === true}
        onReady={(video, stream) => {
          signals.camera(stream.getVideoTracks()[0]?.label ?? '');
          setRunning({ video, stream });
        }}
        onTrouble={(trouble) => {
          if (trouble === 'slow') setIsSlow(true);
          else fail(trouble);
        }}
      >
        {look !== null && look.corners !== null && <FoundOutline corners={look.corners} />}
      </CameraStage>
      <p class="stage-line">{t(shown)}</p>
      {running !== null && (
        <CameraPicker
          label={t('camera.picker')}
          stream={running.stream}
          onPick={(id) => {
            setRunning(null);
            setDeviceId(id);
          }}
        />
      )}
    </Step>
  );
}
