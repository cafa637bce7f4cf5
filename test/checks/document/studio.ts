import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  createDocumentEngines,
  type DocumentEngines,
} from '../../../activities/checks/engines/document/create-document-engines';
import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import { facesOnPage } from '../../../activities/checks/engines/face/faces-on-page';
import {
  createSpecimenStudio,
  drawnPortrait,
  madeUpPeople,
  type Person,
  type SpecimenStudio,
} from '../../../services/local/specimen';
import { ensureArtifact, type ArtifactDeps } from '../../../shared/downloads/ensure-artifact';

/** The day of all these tests: two-digit years and expiry are read against it. */
export const today = '2026-11-23';

export const artifactDeps: ArtifactDeps = {
  cacheDir: process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa'),
  report: () => undefined,
};

export async function openStudio(): Promise<SpecimenStudio> {
  return createSpecimenStudio({ fontsDir: await ensureArtifact('specimen-fonts', artifactDeps) });
}

export async function startEngines(): Promise<DocumentEngines> {
  const faces = await createFaceEngine({
    modelsDir: await ensureArtifact('face-models', artifactDeps),
    intraOpThreads: 1,
  });
  const engines = await createDocumentEngines({
    ocrModelsDir: await ensureArtifact('ocr-models', artifactDeps),
    intraOpThreads: 1,
    today: () => today,
    findFaces: (look) => facesOnPage(faces, look),
  });
  return {
    ...engines,
    dispose: async () => {
      await engines.dispose();
      await faces.dispose();
    },
  };
}

/** The made-up people, with drawn heads: no check here looks at a face. */
export function peopleWithPortraits(): Promise<Person[]> {
  return Promise.all(
    madeUpPeople.map(async (person, index) => ({
      ...person,
      portrait: await drawnPortrait(index),
    })),
  );
}
