import { useEffect, useState } from 'preact/hooks';
import { listCameras, type CameraDevice } from './open-camera';

interface CameraPickerShape {
  readonly label: string;
  readonly stream: MediaStream;
  readonly onPick: (deviceId: string) => void;
}

/** Phones with several lenses do not always open the one that focuses: the person may choose. */
export function CameraPicker({ label, stream, onPick }: CameraPickerShape) {
  const [cameras, setCameras] = useState<readonly CameraDevice[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    void listCameras().then((found) => {
      if (!gone.signal.aborted) setCameras(found);
    });
    return () => gone.abort();
  }, [stream]);
  if (cameras.length < 2) return null;
  const inUse = stream.getVideoTracks()[0]?.getSettings().deviceId;
  return (
    <div class="field">
      <label htmlFor="camera-picker">{label}</label>
      <select
        id="camera-picker"
        value={inUse}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {cameras.map((camera) => (
          <option key={camera.id} value={camera.id}>
            {camera.label}
          </option>
        ))}
      </select>
    </div>
  );
}
