import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import {
  createSpecimenStudio,
  madeUpPeople,
  type SpecimenOptions,
} from '../../services/local/specimen';
import { orlFace } from '../../services/local/specimen/orl-faces';
import type { Person } from '../../services/local/specimen/person';
import { stackAddresses } from '../stack/addresses';

export interface MadeUpPictures {
  /** A made-up Dutch person with the face of this number: callers declare the country. */
  person(face: number, changes?: Partial<Person>): Promise<Person>;
  passport(person: Person, options?: SpecimenOptions): Promise<Buffer>;
  idCard(person: Person, options?: SpecimenOptions): Promise<{ front: Buffer; back: Buffer }>;
  /** Another picture of the face than the one on documents. */
  selfie(face: number): Promise<Buffer>;
}

export async function madeUpPictures(): Promise<MadeUpPictures> {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  const faces = await ensureArtifact('orl-faces', artifacts);
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  return {
    async person(face, changes = {}) {
      const somebody = madeUpPeople[face % madeUpPeople.length];
      if (somebody === undefined) throw new Error('nobody is made up');
      const portrait = await orlFace(faces, face, 1);
      return { ...somebody, nationality: 'NLD', portrait, ...changes };
    },
    passport: (person, options) => studio.drawPassport(person, options),
    idCard: (person, options) => studio.drawIdCard(person, options),
    selfie: (face) => orlFace(faces, face, 4),
  };
}
