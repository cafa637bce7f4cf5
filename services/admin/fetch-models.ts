import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { ensureEngineModels } from '../../shared/downloads/engine-models';
import type { Program } from './program';

/** Fetches the models a worker needs, for an image's build. */
export const fetchModels: Program = {
  usage: 'fetch-models FOLDER',
  run: async ({ args: [cacheDir], report }) => {
    if (cacheDir === undefined) {
      throw new VerifaError('config_invalid', { detail: 'name the folder to keep the models in' });
    }
    await ensureEngineModels({ cacheDir, report });
  },
};
