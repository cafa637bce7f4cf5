import { ensureArtifact, type ArtifactDeps } from '../../../shared/downloads/ensure-artifact';
import { createSpecimenStudio, madeUpPeople } from './';
import { orlFace } from './orl-faces';

export interface DemoPictures {
  readonly passport: Buffer;
  readonly selfie: Buffer;
  /** Where the made-up passport says it is from, ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A made-up passport, photographed on a table, and another picture of the person on it. */
export async function demoPictures(artifacts: ArtifactDeps): Promise<DemoPictures> {
  const faces = await ensureArtifact('orl-faces', artifacts);
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const [person] = madeUpPeople;
  if (person === undefined) throw new Error('nobody is made up');
  const portrait = await orlFace(faces, 2, 1);
  return {
    passport: await studio.drawPassport(
      { ...person, portrait },
      { rotationDegrees: 4, jpegQuality: 80 },
    ),
    selfie: await orlFace(faces, 2, 4),
    country: 'NL',
  };
}
