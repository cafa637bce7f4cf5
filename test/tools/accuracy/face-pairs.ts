import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import { cosine } from '../../../activities/checks/engines/face/face-engine';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { createSpecimenStudio, madeUpPeople } from '../../../services/local/specimen';
import { orlFace, people, picturesEach } from '../../../services/local/specimen/orl-faces';
import type { AccuracyDeps } from './accuracy-deps';

/** Cosines of pairs of two pictures; `person` is the first picture's, to hold people out. */
export interface FacePair {
  readonly person: number;
  readonly other: number;
  readonly cosine: number;
}

export interface FacePairs {
  readonly pairs: string;
  readonly genuine: readonly FacePair[];
  readonly impostor: readonly FacePair[];
  /** Pictures of which no face was embedded. */
  readonly withoutFace: number;
}

interface Embedded {
  readonly person: number;
  readonly picture: number;
  readonly embedding: Float32Array;
}

/** The picture that is drawn into the person's document; it is in no pair with itself. */
const documentPicture = 1;

/** Two sets: photographs among each other, and photographs of drawn passports against photographs. */
export async function measureFacePairs({
  artifacts,
  report,
}: AccuracyDeps): Promise<{ readonly engine: string; readonly sets: readonly FacePairs[] }> {
  const modelsDir = await ensureArtifact('face-models', artifacts);
  const faces = await ensureArtifact('orl-faces', artifacts);
  const fontsDir = await ensureArtifact('specimen-fonts', artifacts);
  const engine = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  const studio = await createSpecimenStudio({ fontsDir });
  const photographs: Embedded[] = [];
  const documents: Embedded[] = [];
  for (let person = 1; person <= people; person += 1) {
    for (let picture = 1; picture <= picturesEach; picture += 1) {
      const face = await engine.embedLargest(await orlFace(faces, person, picture));
      if (face !== null) photographs.push({ person, picture, embedding: face.embedding });
    }
    const somebody = madeUpPeople[person % madeUpPeople.length];
    if (somebody === undefined) throw new Error('nobody is made up');
    const portrait = await orlFace(faces, person, documentPicture);
    const document = await studio.drawPassport({ ...somebody, portrait }, { jpegQuality: 80 });
    const face = await engine.embedLargest(document);
    if (face !== null) {
      documents.push({ person, picture: documentPicture, embedding: face.embedding });
    }
    if (person % 10 === 0) report(`faces of ${String(person)} of ${String(people)} people`);
  }
  await engine.dispose();
  const among = photographs.flatMap((one, index) =>
    photographs.slice(index + 1).map((two) => pair(one, two)),
  );
  const across = documents.flatMap((document) =>
    photographs
      .filter((photograph) => photograph.picture !== documentPicture)
      .map((photograph) => pair(document, photograph)),
  );
  return {
    engine: `${engine.engine} ${engine.engineVersion}`,
    sets: [
      split(
        'photograph and photograph (ORL, AT&T Laboratories Cambridge: 40 people, 10 grey pictures each, frontal to half turned)',
        among,
        people * picturesEach - photographs.length,
      ),
      split(
        'portrait on a photographed drawn passport and photograph (the same people)',
        across,
        people - documents.length,
      ),
    ],
  };
}

function pair(one: Embedded, two: Embedded): FacePair {
  return {
    person: one.person,
    other: two.person,
    cosine: cosine(one.embedding, two.embedding),
  };
}

function split(pairs: string, all: readonly FacePair[], withoutFace: number): FacePairs {
  return {
    pairs,
    genuine: all.filter(({ person, other }) => person === other),
    impostor: all.filter(({ person, other }) => person !== other),
    withoutFace,
  };
}
