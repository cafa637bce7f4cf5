import { ensureArtifact, type ArtifactDeps } from './ensure-artifact';

/** The folders of the nets that the check engines read. */
export interface EngineModels {
  readonly faceModelsDir: string;
  readonly expressionModelDir: string;
  readonly ocrModelsDir: string;
}

/** Fetches what is missing, one after the other: each says in one line what it does. */
export async function ensureEngineModels(deps: ArtifactDeps): Promise<EngineModels> {
  return {
    faceModelsDir: await ensureArtifact('face-models', deps),
    expressionModelDir: await ensureArtifact('expression-model', deps),
    ocrModelsDir: await ensureArtifact('ocr-models', deps),
  };
}
