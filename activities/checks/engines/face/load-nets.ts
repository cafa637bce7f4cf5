import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';

export interface NetsDeps {
  /** The folder of the artifact `face-models`. */
  readonly modelsDir: string;
  readonly intraOpThreads: number;
}

/** Loads a net of `face-models` by its name: on the CPU, without an arena that keeps its peak for ever. */
export function netLoader(deps: NetsDeps): (name: string) => Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: deps.intraOpThreads,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  };
  return (name) => InferenceSession.create(join(deps.modelsDir, `${name}.onnx`), options);
}
