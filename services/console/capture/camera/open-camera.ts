import {
  troubleBefore,
  troubleOfError,
  type CameraTrouble,
  type Surroundings,
} from './camera-trouble';
import type { CameraUse } from './kept-camera';
import { followFocus } from './lens';
import { pageCamera } from './page-camera';

export type { CameraTrouble } from './camera-trouble';
export type { CameraUse } from './kept-camera';

export type OpenedCamera = { readonly stream: MediaStream } | { readonly trouble: CameraTrouble };

interface Asking {
  readonly deviceId?: string | undefined;
  /** Called once when it takes long: the promise goes on waiting, and may still end well. */
  readonly onSlow?: (() => void) | undefined;
}

const slowAfterMs = 8_000;

/** Wishes, never demands: a camera that cannot fulfil one is better than none. */
const wishes: Readonly<Record<CameraUse, MediaTrackConstraints>> = {
  document: {
    width: { ideal: 1920 },
    height: { ideal: 1080 },
    facingMode: { ideal: 'environment' },
  },
  face: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: { ideal: 'user' } },
};

/**
 * Opens the camera, or goes on with the one that runs. Call it from a tap: some browsers show no
 * prompt otherwise. It never lists devices first, which would spoil later lists (Safari 13.1).
 */
export async function openCamera(use: CameraUse, asking: Asking = {}): Promise<OpenedCamera> {
  const before = troubleBefore(surroundings());
  if (before !== null) return { trouble: before };
  const running = pageCamera.take(use, asking.deviceId);
  if (running !== null) return { stream: running };
  // MDN: the promise never settles as long as the person does not answer.
  const slow = setTimeout(() => asking.onSlow?.(), slowAfterMs);
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: wishOf(use, asking.deviceId),
    });
    pageCamera.keep(use, asking.deviceId, stream);
    if (use === 'document') followFocus(stream);
    return { stream };
  } catch (cause) {
    return { trouble: troubleOfError(cause instanceof Error ? cause.name : '') };
  } finally {
    clearTimeout(slow);
  }
}

function wishOf(use: CameraUse, deviceId: string | undefined): MediaTrackConstraints {
  const { facingMode, ...size } = wishes[use];
  if (deviceId !== undefined) return { ...size, deviceId: { ideal: deviceId } };
  return facingMode === undefined ? size : { ...size, facingMode };
}

export function surroundings(): Surroundings {
  return { hasApi: hasApi(), isForbidden: isForbiddenByEmbedder() };
}

/** Typed as always there; in an app's browser, and off https, it is not. */
function hasApi(): boolean {
  const device: Partial<Pick<Navigator, 'mediaDevices'>> = navigator;
  return device.mediaDevices !== undefined && 'getUserMedia' in device.mediaDevices;
}

interface WithFeaturePolicy {
  readonly featurePolicy?: { readonly allowsFeature?: (name: string) => boolean };
}

/** Only Chromium can tell; elsewhere the refusal itself reads `denied`. */
function isForbiddenByEmbedder(): boolean {
  if (window === window.top) return false;
  const { featurePolicy } = document as Document & WithFeaturePolicy;
  return featurePolicy?.allowsFeature?.('camera') === false;
}

/** What the browser already knows; many cannot say. */
export async function cameraPermission(): Promise<'granted' | 'denied' | 'prompt' | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    return 'unknown';
  }
}

export interface CameraDevice {
  readonly id: string;
  readonly label: string;
}

/** The cameras to choose from, once one is running: before, browsers hide their names. */
export async function listCameras(): Promise<readonly CameraDevice[]> {
  try {
    const all = await navigator.mediaDevices.enumerateDevices();
    return all
      .filter(
        ({ kind, deviceId, label }) => kind === 'videoinput' && deviceId !== '' && label !== '',
      )
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  } catch {
    return [];
  }
}
