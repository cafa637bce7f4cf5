import { composeAamva } from '../../../../services/local/specimen/compose-aamva';
import { pxPerMm, rect } from '../../../../services/local/specimen/page-parts';
import type { Person } from '../../../../services/local/specimen';
import { withSoftware } from '../forensics/edited-pictures';
import { everyFormat, zoned, type AttackKind } from './attack-kind';
import { cleanShot, take } from './camera';
import { drawBack, drawFront, fieldBox } from './draw-sheet';
import { pngOf } from './retouch';
import { sheetFor, uploadOf, uploadOfPictures, type Scene } from './scene';
import { codedAs, zoneOf, type Sheet } from './sheet';
import type { Upload } from './upload';

type Edit = (scene: Scene) => Partial<Person>;

/** The zone or barcode names somebody else than the print, all check digits computed anew. */
function codedEdit(
  name: string,
  edit: Edit,
  formats: AttackKind['formats'] = everyFormat,
): AttackKind {
  return {
    name,
    group: 'edit',
    formats,
    draw(scene) {
      const edited = { ...scene.holder, ...edit(scene) };
      return uploadOf(scene, codedAs(sheetFor(scene), edited), { claims: edited });
    },
  };
}

/** The print names somebody else than the zone or barcode. */
function printEdit(
  name: string,
  edit: Edit,
  formats: AttackKind['formats'] = everyFormat,
): AttackKind {
  return {
    name,
    group: 'edit',
    formats,
    draw(scene) {
      const printed = { ...scene.holder, ...edit(scene) };
      // Names are read from zone or barcode, and printed otherwise: the claim is what machines read.
      return uploadOf(scene, { ...sheetFor(scene), printed });
    },
  };
}

const yearsLater = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;

/** Two digits plainly other than they were: 1 and 4, 7 and 2. */
function renumbered(number: string): string {
  const other = (digit: string): string => String((Number(digit) + 3) % 10);
  return `${number.slice(0, -3)}${other(number.charAt(number.length - 3))}${number.charAt(number.length - 2)}${other(number.slice(-1))}`;
}

const otherSex = (sex: Person['sex']): Person['sex'] => (sex === 'M' ? 'F' : 'M');
const names = ({ stranger }: Scene): Partial<Person> => ({
  firstName: stranger.firstName,
  lastName: stranger.lastName,
});

export const editAttacks: readonly AttackKind[] = [
  printEdit('print of another name', names),
  printEdit('print of another number', ({ stranger }) => ({
    documentNumber: stranger.documentNumber,
  })),
  printEdit('two digits of the printed number changed', ({ holder }) => ({
    documentNumber: renumbered(holder.documentNumber),
  })),
  printEdit('print of another day of birth', ({ holder }) => ({
    birthDate: yearsLater(holder.birthDate, -12),
  })),
  printEdit('print of another expiry', ({ holder }) => ({
    expiryDate: yearsLater(holder.expiryDate, 4),
  })),
  printEdit('print of another sex', ({ holder }) => ({ sex: otherSex(holder.sex) })),
  {
    name: 'print of a wholly other person, portrait kept',
    group: 'edit',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(scene, codedAs(sheetFor(scene), scene.stranger), { claims: scene.stranger }),
  },
  codedEdit('expiry renewed in zone or barcode', ({ holder }) => ({
    expiryDate: yearsLater(holder.expiryDate, 5),
  })),
  {
    name: 'expired in print, renewed in zone or barcode',
    group: 'edit',
    formats: everyFormat,
    draw(scene) {
      const expired = { ...scene.holder, issueDate: '2013-04-09', expiryDate: '2023-04-09' };
      const renewed = { ...expired, expiryDate: '2033-04-09' };
      return uploadOf(scene, codedAs(sheetFor(scene, expired), renewed));
    },
  },
  codedEdit('birth made earlier in zone or barcode: a child of age', ({ holder }) => ({
    birthDate: yearsLater(holder.birthDate, -10),
  })),
  codedEdit('names changed in zone or barcode', names),
  codedEdit('family name changed in zone or barcode', ({ stranger }) => ({
    lastName: stranger.lastName,
  })),
  codedEdit('sex changed in zone or barcode', ({ holder }) => ({ sex: otherSex(holder.sex) })),
  codedEdit('number changed in zone or barcode', ({ holder }) => ({
    documentNumber: renumbered(holder.documentNumber),
  })),
  {
    name: 'nationality changed in the zone',
    group: 'edit',
    formats: zoned,
    draw: (scene) => uploadOf(scene, zoneStates(scene, { nationality: 'CHE' })),
  },
  {
    name: 'issuer changed in the zone',
    group: 'edit',
    formats: zoned,
    draw: (scene) =>
      uploadOf(scene, zoneStates(scene, { issuer: 'CHE' }), {
        declared: { ...declaredAs(scene), country: 'CH' },
      }),
  },
  {
    name: 'issuer, nationality and print name three states',
    group: 'edit',
    formats: zoned,
    draw: (scene) => uploadOf(scene, zoneStates(scene, { issuer: 'SYR', nationality: 'CHE' })),
  },
  {
    name: 'wrong check digit',
    group: 'edit',
    formats: zoned,
    draw(scene) {
      const digit = (['number', 'birth', 'expiry', 'composite'] as const)[scene.turn % 4];
      return uploadOf(scene, {
        ...sheetFor(scene),
        zone: zoneOf(scene.format, scene.holder, digit),
      });
    },
  },
  {
    name: 'zone in another font',
    group: 'edit',
    formats: zoned,
    draw(scene) {
      const sheet = sheetFor(scene);
      return uploadOf(scene, {
        ...sheet,
        zone: sheet.zone === null ? null : { ...sheet.zone, font: 'text' },
      });
    },
  },
  {
    name: 'barcode made for an identification card',
    group: 'edit',
    formats: ['licence'],
    draw: (scene) =>
      uploadOf(scene, {
        ...sheetFor(scene),
        barcode: composeAamva(scene.holder)
          .replace('DL0031', 'ID0031')
          .replace(/(\d{4})DL(?=DAQ)/, '$1ID'),
      }),
  },
  {
    name: 'names edited in print and zone by a program that signs',
    group: 'edit',
    formats: everyFormat,
    async draw(scene) {
      const edited = { ...scene.holder, ...names(scene) };
      const upload = await uploadOf(scene, sheetFor(scene, edited), { claims: edited });
      const software = scene.turn % 2 === 0 ? 'Adobe Photoshop 25.9 (Windows)' : 'GIMP 2.10.36';
      return { ...upload, front: await withSoftware(upload.front, software) };
    },
  },
  {
    name: 'names retyped over the print in a larger face, saved as PNG',
    group: 'edit',
    formats: everyFormat,
    async draw(scene) {
      // The zone is the attacker's own: only what people read is changed.
      const sheet = sheetFor(scene);
      const { x, y, width, height } = fieldBox(sheet, 'lastName');
      const size = height * 0.8 * pxPerMm;
      const cover = rect(
        { x, y: y + height * 0.06, width: Math.min(width, 34), height: height * 0.66 },
        sheet.design.paper,
      );
      const path = scene.fonts.ocrB
        .getPath(
          scene.stranger.lastName.toUpperCase(),
          x * pxPerMm,
          (y + height * 0.62) * pxPerMm,
          size,
        )
        .toPathData(2);
      const page = await drawFront(scene.fonts, {
        ...sheet,
        overFront: `${cover}<path d="${path}" fill="#000"/>`,
      });
      const back = await drawBack(scene.fonts, sheet);
      return uploadOfPictures(
        scene,
        await pngOf(page),
        back === null ? null : await take(back, cleanShot(scene.turn)),
      );
    },
  },
];

function declaredAs(scene: Scene): Upload['declared'] {
  return { type: scene.format === 'TD3' ? 'passport' : 'national_id', country: 'NL' };
}

/** No check digit covers the states, so that they are changed by hand (ICAO 9303-3 §4.9). */
function zoneStates(
  scene: Scene,
  { issuer, nationality }: { readonly issuer?: string; readonly nationality?: string },
): Sheet {
  const sheet = sheetFor(scene);
  const { holder, format } = scene;
  const original = holder.nationality.padEnd(3, '<');
  const zone = zoneOf(format, nationality === undefined ? holder : { ...holder, nationality });
  if (zone === null) return sheet;
  const [first = '', ...rest] = zone.lines;
  const issued = `${first.slice(0, 2)}${issuer ?? original}${first.slice(5)}`;
  return { ...sheet, zone: { ...zone, lines: [issued, ...rest] } };
}
