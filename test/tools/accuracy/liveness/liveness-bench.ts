import { createFaceEngine } from '../../../../activities/checks/engines/face/create-face-engine';
import type { FaceBox } from '../../../../activities/checks/engines/face/face-engine';
import { createFrameObserver } from '../../../../activities/checks/engines/face/liveness/frame-observer';
import type {
  ObservedFace,
  ObservedFrame,
} from '../../../../activities/checks/engines/face/liveness/observed-frame';
import { orlFace } from '../../../../services/local/specimen/orl-faces';
import { ensureArtifact } from '../../../../shared/downloads/ensure-artifact';
import type { AccuracyDeps } from '../accuracy-deps';
import { createPointFinder, type PointFinder } from './face-points';

/** What the measurements of liveness look with. */
export interface LivenessBench {
  readonly engine: string;
  /** Null when no face was found. */
  observe(image: Uint8Array): Promise<ObservedFace | null>;
  /** With its pixels, for comparing it with others. */
  look(image: Uint8Array): Promise<ObservedFrame>;
  /** All faces of a picture. */
  boxes(image: Uint8Array): Promise<readonly FaceBox[]>;
  readonly points: PointFinder;
  orl(person: number, picture: number): Promise<Buffer>;
  /** A picture of ORL as it is: looked at once, however many measurements ask for it. */
  orlFrame(person: number, picture: number): Promise<ObservedFrame>;
  dispose(): Promise<void>;
}

export async function createLivenessBench({ artifacts }: AccuracyDeps): Promise<LivenessBench> {
  const modelsDir = await ensureArtifact('face-models', artifacts);
  const folder = await ensureArtifact('orl-faces', artifacts);
  const faces = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  const points = await createPointFinder(modelsDir);
  const observer = await createFrameObserver({
    faces,
    modelsDir,
    expressionModelDir: await ensureArtifact('expression-model', artifacts),
    intraOpThreads: 1,
  });
  const orl = (person: number, picture: number): Promise<Buffer> =>
    orlFace(folder, person, picture);
  const looked = new Map<string, Promise<ObservedFrame>>();
  return {
    engine: `${observer.engine} ${observer.engineVersion}`,
    observe: async (image) => (await observer.observe(image)).face,
    look: (image) => observer.observe(image),
    boxes: (image) => faces.detect(image),
    points,
    orl,
    orlFrame(person, picture) {
      const name = `${String(person)}/${String(picture)}`;
      const frame = looked.get(name) ?? orl(person, picture).then((one) => observer.observe(one));
      looked.set(name, frame);
      return frame;
    },
    async dispose() {
      await Promise.all([observer.dispose(), faces.dispose(), points.dispose()]);
    },
  };
}
