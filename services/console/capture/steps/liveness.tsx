import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CameraTrouble } from '../camera/camera-trouble';
import { pageJudge } from '../judge/page-judge';
import { askChallenge, type AskedChallenge } from '../liveness/asked-challenge';
import { CameraAway } from '../liveness/camera-away';
import { LivenessIntro } from '../liveness/liveness-intro';
import { LivenessSending } from '../liveness/liveness-sending';
import { PerformingScreen, type Recording } from '../liveness/performing-screen';
import { sendRecording } from '../liveness/send-recording';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { Refusal } from '../server/refusal';
import type { TextKey } from '../texts';
import type { StepProps } from '../step-props';

type Phase =
  | { readonly name: 'intro' }
  | { readonly name: 'performing'; readonly challenge: AskedChallenge }
  | {
      readonly name: 'sending';
      readonly challenge: AskedChallenge;
      readonly recording: Recording;
    }
  /** It has to be done again, and why. */
  | { readonly name: 'again'; readonly reason: TextKey }
  | { readonly name: 'camera_away'; readonly trouble: CameraTrouble }
  /** No more tries: a person looks at it. */
  | { readonly name: 'used_up' };

/** The movements that show a living person; whoever cannot make them says so. */
export function LivenessStep(step: StepProps) {
  const { t, api, assets, state, next, trouble, signals } = step;
  const isUsedUp = state.limits.challengesLeft === 0;
  const [phase, setPhase] = useState<Phase>(isUsedUp ? { name: 'used_up' } : { name: 'intro' });
  const [busy, setBusy] = useState(false);
  const [withColours, setWithColours] = useState(likesLight);
  const start = useRef<() => void>(() => undefined);
  // The nets load while the person reads.
  useEffect(() => void pageJudge(assets).loadFace(), [assets]);
  const fail = useCallback(
    (cause: unknown): void => {
      setBusy(false);
      const refusal = cause instanceof Refusal ? cause : null;
      const reason = refusal === null ? null : reasonOf(refusal);
      if (refusal?.code === 'too_many_attempts') setPhase({ name: 'used_up' });
      else if (reason !== null) setPhase({ name: 'again', reason });
      else trouble(cause, { try_again: () => start.current() });
    },
    [trouble],
  );
  start.current = () => {
    setBusy(true);
    askChallenge(api, withColours, () => performance.now()).then((challenge) => {
      setBusy(false);
      setPhase({ name: 'performing', challenge });
    }, fail);
  };
  const decline = (): void => {
    setBusy(true);
    signals.step('liveness', 'declined');
    api.declineLiveness().then(next).catch(fail);
  };
  const onDecline = state.canDeclineLiveness && !busy ? decline : undefined;
  switch (phase.name) {
    case 'intro':
      return (
        <LivenessIntro
          step={step}
          withColours={withColours}
          onColours={setWithColours}
          busy={busy}
          onStart={start.current}
          onDecline={onDecline}
        />
      );
    case 'performing':
      return (
        <PerformingScreen
          key={phase.challenge.nonce}
          step={step}
          challenge={phase.challenge}
          onDone={(recording) => {
            setPhase({ name: 'sending', challenge: phase.challenge, recording });
          }}
          onStale={start.current}
          onDecline={onDecline}
          onTrouble={(what) => setPhase({ name: 'camera_away', trouble: what })}
        />
      );
    case 'sending':
      return <Sending {...phase} step={step} onRefused={fail} />;
    case 'again':
      return (
        <Step
          title={t('liveness.again.title')}
          text={t(phase.reason)}
          actions={
            <>
              <Button look="primary" busy={busy} onClick={start.current}>
                {t('liveness.again.start')}
              </Button>
              {onDecline !== undefined && (
                <Button look="plain" onClick={onDecline}>
                  {t('liveness.decline')}
                </Button>
              )}
            </>
          }
        />
      );
    case 'camera_away':
      return (
        <CameraAway
          step={step}
          trouble={phase.trouble}
          onAgain={start.current}
          onDecline={onDecline}
        />
      );
    case 'used_up':
      return (
        <Step
          title={t('liveness.used_up.title')}
          text={t(state.canDeclineLiveness ? 'liveness.used_up.text' : 'liveness.used_up.stop')}
          actions={
            state.canDeclineLiveness ? (
              <Button look="primary" busy={busy} onClick={decline}>
                {t('way.go_on')}
              </Button>
            ) : undefined
          }
        />
      );
  }
}

interface SendingProps {
  readonly step: StepProps;
  readonly challenge: AskedChallenge;
  readonly recording: Recording;
  readonly onRefused: (cause: unknown) => void;
}

function Sending({ step, challenge, recording, onRefused }: SendingProps) {
  const { api, next } = step;
  const [share, setShare] = useState(0);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    sendRecording({
      api,
      challenge,
      recording,
      signal,
      onProgress: setShare,
      onWaiting: setIsWaiting,
    })
      .then(next)
      .catch((cause: unknown) => {
        if (!signal.aborted) onRefused(cause);
      });
    return () => gone.abort();
  }, [api, challenge, recording]);
  return <LivenessSending step={step} share={share} isWaiting={isWaiting} />;
}

/** What of the frames themselves did not do; null for trouble of another kind. */
function reasonOf({ code, faces }: Refusal): TextKey | null {
  switch (code) {
    case 'face_count':
      return faces === 0 ? 'liveness.again.no_face' : 'liveness.again.several_faces';
    case 'nonce_expired':
    case 'nonce_unknown':
      return 'liveness.again.slow';
    case 'invalid_image':
    case 'image_too_small':
    case 'payload_too_large':
      return 'liveness.again.unclear';
    default:
      return null;
  }
}

/** Who has asked for less motion is not surprised by light either; they may still choose it. */
function likesLight(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
