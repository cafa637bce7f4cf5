import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openCamera, type CameraTrouble, type CameraUse } from './open-camera';
import { pageCamera } from './page-camera';

/** What the person is to fit into the frame. */
export type StageShape = 'card' | 'passport' | 'page' | 'oval';

interface CameraStageShape {
  readonly use: CameraUse;
  readonly shape: StageShape;
  /** Names the picture to whoever does not see it. */
  readonly label: string;
  readonly deviceId?: string | undefined;
  /** The frame shows that all is well. */
  readonly isGood?: boolean;
  readonly onReady: (video: HTMLVideoElement, stream: MediaStream) => void;
  /** `slow` may be followed by `onReady`. */
  readonly onTrouble: (trouble: CameraTrouble) => void;
  /** Lies over the picture. */
  readonly children?: ComponentChildren;
}

/** The camera's picture with a frame over it; a face is mirrored, as a person knows theirs. */
export function CameraStage(props: CameraStageShape) {
  const { use, shape, label, deviceId, isGood = false, children } = props;
  const video = useRef<HTMLVideoElement>(null);
  const calls = useRef(props);
  calls.current = props;
  useEffect(() => pageCamera.hold(), []);
  useEffect(() => {
    const gone = new AbortController();
    const isGone = (): boolean => gone.signal.aborted;
    let forget = (): void => undefined;
    const start = async (): Promise<void> => {
      const onSlow = (): void => {
        if (!isGone()) calls.current.onTrouble('slow');
      };
      const opened = await openCamera(use, { deviceId, onSlow });
      const element = video.current;
      if (isGone() || element === null) return;
      if ('trouble' in opened) {
        calls.current.onTrouble(opened.trouble);
        return;
      }
      const { stream } = opened;
      forget = onEnd(stream, () => calls.current.onTrouble('stopped'));
      element.srcObject = stream;
      await playing(element);
      if (!isGone()) calls.current.onReady(element, stream);
    };
    start().catch(() => {
      if (!isGone()) calls.current.onTrouble('failed');
    });
    return () => {
      gone.abort();
      forget();
    };
  }, [use, deviceId]);
  return (
    <div class={`stage ${use}${isGood ? ' is-good' : ''}`}>
      <video ref={video} aria-label={label} autoPlay playsInline muted />
      <div class={`stage-frame ${shape}`} aria-hidden="true" />
      {children}
    </div>
  );
}

/** Calls when the camera is taken away while it is shown. */
function onEnd(stream: MediaStream, ended: () => void): () => void {
  const tracks = stream.getVideoTracks();
  for (const track of tracks) track.addEventListener('ended', ended);
  return () => {
    for (const track of tracks) track.removeEventListener('ended', ended);
  };
}

/** A picture is there once it has a size; `play` alone resolves before in some browsers. */
async function playing(video: HTMLVideoElement): Promise<void> {
  await video.play();
  if (video.videoWidth > 0) return;
  await new Promise<void>((resolve) => {
    video.addEventListener('resize', () => resolve(), { once: true });
  });
}
