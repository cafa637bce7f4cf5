import { createCheckPool, type CheckPool } from '../../activities/checks/engines/pool/check-pool';
import { ensureEngineModels } from '../../shared/downloads/engine-models';
import type { ArtifactDeps } from '../../shared/downloads/ensure-artifact';

/** A person waits for the answer: a selfie whose faces cannot be counted by then is refused for now. */
const taskTimeoutMs = 15_000;

/** Counts faces in a process of its own: the API's event loop answers others meanwhile. */
export interface FaceCounter {
  count(image: Buffer): Promise<number>;
  dispose(): Promise<void>;
}

/** The models are looked for at the first selfie: an API that gets none needs none. */
export function createFaceCounter(artifacts: ArtifactDeps): FaceCounter {
  let opening: Promise<CheckPool> | undefined;
  return {
    async count(image) {
      opening ??= openPool(artifacts);
      const pool = await opening.catch((cause: unknown) => {
        opening = undefined;
        throw cause;
      });
      return pool.run({ kind: 'face_count', image });
    },
    async dispose() {
      await (await opening?.catch(() => undefined))?.dispose();
    },
  };
}

async function openPool(artifacts: ArtifactDeps): Promise<CheckPool> {
  return createCheckPool({
    size: 1,
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
    taskTimeoutMs,
  });
}
