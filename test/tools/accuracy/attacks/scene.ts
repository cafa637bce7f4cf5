import type { SpecimenFonts } from '../../../../services/local/specimen/fonts';
import type { Person } from '../../../../services/local/specimen';
import type { Raster } from '../../../../shared/images/raster';
import { needsBack } from '../../../../shared/domain/documents/document-types';
import { seeded } from '../documents/seeded';
import { alpha2Of, type Holder } from './attack-people';
import { attackSets, sheetDesign, type AttackSet, type SheetDesign } from './attack-sets';
import { cleanShot, phoneShot, take, type Shot } from './camera';
import { drawBack, drawFront } from './draw-sheet';
import { declaredTypes, genuineSheet, type Sheet, type SheetFormat } from './sheet';
import type { Upload } from './upload';

/** Who and what is at hand for one upload; each is another draw of its set. */
export interface Scene {
  readonly set: AttackSet;
  readonly fonts: SpecimenFonts;
  readonly format: SheetFormat;
  /** Whose face is shown as selfie and, in attacks, in liveness. */
  readonly holder: Holder;
  /** Somebody else, of the same country. */
  readonly stranger: Holder;
  readonly design: SheetDesign;
  /** Every upload has a number of its own in its kind: attacks that come in several forms take turns. */
  readonly turn: number;
  readonly random: () => number;
  readonly shot: () => Shot;
}

interface SceneWish {
  readonly set: AttackSet;
  readonly fonts: SpecimenFonts;
  readonly people: readonly Holder[];
  readonly format: SheetFormat;
  readonly kind: number;
  readonly turn: number;
  /** Default: attackers scan as often as they photograph; both are honest tries. */
  readonly shot?: (seed: number) => Shot;
}

export function sceneOf(wish: SceneWish): Scene {
  const { set, fonts, people, format, kind, turn } = wish;
  const seed = attackSets[set].seed + kind * 1_009 + turn * 31;
  const random = seeded(seed);
  const first = Math.floor(random() * people.length);
  const second = (first + 1 + Math.floor(random() * (people.length - 1))) % people.length;
  const [one, other] = [people[first], people[second]];
  if (one === undefined || other === undefined) throw new Error('nobody is made up');
  const nationality = format === 'licence' ? (turn % 3 === 2 ? 'CAN' : 'USA') : one.nationality;
  const byDefault = turn % 2 === 0 ? cleanShot : phoneShot;
  let shots = 0;
  return {
    set,
    fonts,
    format,
    holder: { ...one, nationality },
    stranger: { ...other, nationality },
    design: sheetDesign(set, random),
    turn,
    random,
    shot: () => (wish.shot ?? byDefault)(seed + (shots += 1) * 100_003),
  };
}

export function sheetFor(scene: Scene, person: Person = scene.holder): Sheet {
  return genuineSheet(scene.format, person, scene.design);
}

export function declaredFor(format: SheetFormat, person: Person): Upload['declared'] {
  return { type: declaredTypes[format], country: alpha2Of(person.nationality) };
}

interface Sent {
  readonly selfie?: Buffer;
  readonly claims?: Person;
  readonly declared?: Upload['declared'];
}

/** Both sides of a sheet, photographed as the scene has it, and the holder's selfie. */
export async function uploadOf(scene: Scene, sheet: Sheet, sent: Sent = {}): Promise<Upload> {
  const back = await drawBack(scene.fonts, sheet);
  return uploadOfRasters(scene, await drawFront(scene.fonts, sheet), back, sent);
}

export async function uploadOfRasters(
  scene: Scene,
  front: Raster,
  back: Raster | null,
  sent: Sent = {},
): Promise<Upload> {
  return uploadOfPictures(
    scene,
    await take(front, scene.shot()),
    back === null ? null : await take(back, scene.shot()),
    sent,
  );
}

export function uploadOfPictures(
  { holder, format }: Scene,
  front: Buffer,
  back: Buffer | null,
  { selfie = holder.selfie, claims = holder, declared = declaredFor(format, holder) }: Sent = {},
): Upload {
  // A type with a back is not complete without one: whoever has none sends the front again.
  const second = needsBack(declared.type) ? (back ?? front) : null;
  return { front, back: second, selfie, declared, claims };
}
