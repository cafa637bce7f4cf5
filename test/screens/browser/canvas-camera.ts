import type { BrowserContext, Page } from 'playwright-core';

/** How `getUserMedia` fails: by the name of its `DOMException`, or by never answering. */
export type CameraFailure =
  'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | 'OverconstrainedError' | 'never';

interface Scene {
  /** A JPEG in Base64, shown whole in the middle of the picture; null: a grey wall. */
  readonly picture: string | null;
  readonly failure: CameraFailure | null;
}

/** A camera whose view the test chooses. Every frame of it has noise of its own, as a real one's. */
export interface CanvasCamera {
  show(picture: Buffer | null): Promise<void>;
  fail(failure: CameraFailure | null): Promise<void>;
}

/** Puts the camera in the place of the browser's own, before any script of a page; it outlives a reload. */
export async function useCanvasCamera(context: BrowserContext): Promise<CanvasCamera> {
  let scene: Scene = { picture: null, failure: null };
  await context.exposeBinding('verifaTestScene', () => scene);
  await context.addInitScript(installCamera);
  const change = async (changes: Partial<Scene>): Promise<void> => {
    scene = { ...scene, ...changes };
    await Promise.all(context.pages().map(look));
  };
  return {
    show: (picture) => change({ picture: picture?.toString('base64') ?? null }),
    fail: (failure) => change({ failure }),
  };
}

async function look(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const camera = Reflect.get(globalThis, 'verifaTestLook') as (() => Promise<void>) | undefined;
    await camera?.();
  });
}

/** Runs in the page, and knows nothing of this module. */
function installCamera(): void {
  if (!('mediaDevices' in navigator)) return;
  const ask = Reflect.get(globalThis, 'verifaTestScene') as () => Promise<Scene>;
  const wall = '#8c8c8c';
  let image: ImageBitmap | null = null;
  let failure: Scene['failure'] = null;

  /** Not by `fetch` or an element: the page's policy is about the page. */
  async function lookAgain(): Promise<void> {
    const scene = await ask();
    failure = scene.failure;
    if (scene.picture === null) {
      image = null;
      return;
    }
    const bytes = Uint8Array.from(atob(scene.picture), (letter) => letter.charCodeAt(0));
    image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  }

  function noiseOf(side: number): HTMLCanvasElement {
    const noise = document.createElement('canvas');
    noise.width = noise.height = side;
    const context = noise.getContext('2d');
    const pixels = context?.createImageData(side, side);
    if (context && pixels) {
      for (let at = 0; at < pixels.data.length; at += 4) {
        pixels.data.fill(Math.random() * 255, at, at + 3);
        pixels.data[at + 3] = 10;
      }
      context.putImageData(pixels, 0, 0);
    }
    return noise;
  }

  function film(width: number, height: number): MediaStream {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { alpha: false });
    const noise = noiseOf(512);
    const draw = (): void => {
      if (context === null) return;
      context.fillStyle = wall;
      context.fillRect(0, 0, width, height);
      if (image !== null) {
        const scale = Math.min((0.84 * width) / image.width, (0.84 * height) / image.height);
        // A hand trembles by less than a pixel.
        const [dx, dy] = [Math.random() - 0.5, Math.random() - 0.5];
        const [w, h] = [image.width * scale, image.height * scale];
        context.drawImage(image, (width - w) / 2 + dx, (height - h) / 2 + dy, w, h);
      }
      const [ox, oy] = [Math.random() * -256, Math.random() * -256];
      for (let x = ox; x < width; x += 512) {
        for (let y = oy; y < height; y += 512) context.drawImage(noise, x, y);
      }
    };
    draw();
    const timer = setInterval(draw, 80);
    const stream = canvas.captureStream(12);
    for (const track of stream.getVideoTracks()) {
      const stop = track.stop.bind(track);
      track.stop = () => {
        clearInterval(timer);
        stop();
      };
    }
    return stream;
  }

  const ideal = (wish: ConstrainULong | undefined, otherwise: number): number =>
    typeof wish === 'object' ? (wish.ideal ?? otherwise) : (wish ?? otherwise);

  navigator.mediaDevices.getUserMedia = async (constraints) => {
    await lookAgain();
    if (failure === 'never') await new Promise(() => undefined);
    if (failure !== null) throw new DOMException('by the test', failure);
    const video = typeof constraints?.video === 'object' ? constraints.video : {};
    const [long, short] = [ideal(video.width, 1280), ideal(video.height, 720)];
    // A phone that is held upright turns its picture with it.
    return innerHeight > innerWidth ? film(short, long) : film(long, short);
  };
  navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
  Object.assign(globalThis, { verifaTestLook: lookAgain });
}
