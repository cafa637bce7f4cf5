import sharp from 'sharp';
import { photographScreen } from '../forensics/screen-photo';
import { screenPhotoOptions } from '../forensics/drawn-screens';
import { everyFormat, zoned, type AttackKind } from './attack-kind';
import { phoneShot, take } from './camera';
import { drawBack, drawFront, sheetSizes, zoneTopMm } from './draw-sheet';
import { besideEachOther, mirrored, onLargerPage, photocopied, pngOf, strip } from './retouch';
import {
  declaredFor,
  sheetFor,
  uploadOf,
  uploadOfPictures,
  uploadOfRasters,
  type Scene,
} from './scene';
import { decodeRaster, type Raster } from '../../../../shared/images/raster';
import { codedAs } from './sheet';
import type { Upload } from './upload';

/** Each side of the holder's own document, made into something else by `change`. */
async function changed(
  scene: Scene,
  change: (picture: Buffer, page: Raster) => Promise<Buffer>,
): Promise<Upload> {
  const sheet = sheetFor(scene);
  const front = await drawFront(scene.fonts, sheet);
  const back = await drawBack(scene.fonts, sheet);
  return uploadOfPictures(
    scene,
    await change(await take(front, scene.shot()), front),
    back === null ? null : await change(await take(back, scene.shot()), back),
  );
}

async function shownOn(
  picture: Buffer,
  [width, height]: readonly [number, number],
): Promise<Buffer> {
  return sharp(picture)
    .resize(width, height, { fit: 'contain', background: '#101014' })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** A true document's likeness: whoever has only a picture of it has not the document. */
export const copyAttacks: readonly AttackKind[] = [
  {
    name: 'screenshot',
    group: 'copy',
    formats: everyFormat,
    draw: (scene) =>
      changed(scene, (picture) =>
        shownOn(picture, scene.turn % 2 === 0 ? [1170, 2532] : [1920, 1080]),
      ),
  },
  {
    name: 'photocopy',
    group: 'copy',
    formats: everyFormat,
    async draw(scene) {
      const sheet = sheetFor(scene);
      const back = await drawBack(scene.fonts, sheet);
      return uploadOfRasters(
        scene,
        await photocopied(await drawFront(scene.fonts, sheet)),
        back === null ? null : await photocopied(back),
      );
    },
  },
  {
    name: 'photo of a screen',
    group: 'copy',
    formats: everyFormat,
    draw: (scene) =>
      changed(scene, async (_picture, page) =>
        photographScreen(await pngOf(page), screenPhotoOptions(scene.turn + 1)),
      ),
  },
  {
    name: 'printed on a larger page, other print around it',
    group: 'copy',
    formats: everyFormat,
    async draw(scene) {
      const onPage = async (page: Raster): Promise<Raster> => {
        const size = [page.width + 420, Math.round((page.width + 420) * 1.3)] as const;
        const rows = Array.from({ length: 12 }, (_, index) => {
          const words = `Annex ${String(index + 1)} to the application for an account: copy of the applicant's document`;
          return `<path fill="#222" d="${scene.fonts.text.getPath(words, 90, size[1] * 0.18 + page.height + 80 + index * 46, 22).toPathData(1)}"/>`;
        });
        return onLargerPage(page, rows.join(''), size);
      };
      const sheet = sheetFor(scene);
      const back = await drawBack(scene.fonts, sheet);
      return uploadOfRasters(
        scene,
        await onPage(await drawFront(scene.fonts, sheet)),
        back === null ? null : await onPage(back),
      );
    },
  },
  {
    name: 'mirrored',
    group: 'copy',
    formats: everyFormat,
    draw: (scene) => changed(scene, mirrored),
  },
  {
    name: 'a thumbnail, enlarged',
    group: 'copy',
    formats: everyFormat,
    draw: (scene) =>
      changed(scene, async (picture) => {
        const small = await sharp(picture).resize(340).jpeg({ quality: 80 }).toBuffer();
        return sharp(small)
          .resize(1600, null, { kernel: 'cubic' })
          .jpeg({ quality: 92 })
          .toBuffer();
      }),
  },
  {
    name: 'cropped to the zone',
    group: 'copy',
    formats: ['TD2', 'TD3'],
    async draw(scene) {
      const sheet = sheetFor(scene);
      const page = await drawFront(scene.fonts, sheet);
      const band = await strip(page, (zoneTopMm(sheet) - 2) / sheetSizes[scene.format].height, 1);
      return uploadOfRasters(
        scene,
        await decodeRaster(band, { channels: 3 }),
        await drawBack(scene.fonts, sheet),
      );
    },
  },
  {
    name: 'two documents in one picture',
    group: 'copy',
    formats: everyFormat,
    async draw(scene) {
      const [own, other] = [sheetFor(scene), sheetFor(scene, scene.stranger)];
      const front = await besideEachOther(
        await drawFront(scene.fonts, own),
        await drawFront(scene.fonts, other),
      );
      return uploadOfRasters(scene, front, await drawBack(scene.fonts, own));
    },
  },
  {
    name: 'a file of the drawing itself, never photographed',
    group: 'copy',
    formats: everyFormat,
    draw: (scene) => changed(scene, (_picture, page) => pngOf(page)),
  },
];

/** No forger is needed: the rules alone must stop these. */
export const ruleAttacks: readonly AttackKind[] = [
  {
    name: 'expired',
    group: 'rule',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(
        scene,
        sheetFor(scene, { ...scene.holder, issueDate: '2014-02-03', expiryDate: '2024-02-03' }),
      ),
  },
  {
    name: 'a child',
    group: 'rule',
    formats: everyFormat,
    draw: (scene) => uploadOf(scene, sheetFor(scene, { ...scene.holder, birthDate: '2013-05-06' })),
  },
  {
    name: "somebody else's genuine document",
    group: 'rule',
    formats: everyFormat,
    draw: (scene) => uploadOf(scene, sheetFor(scene, scene.stranger), { claims: scene.stranger }),
  },
  {
    name: "of ICAO's made-up state",
    group: 'rule',
    formats: zoned,
    draw(scene) {
      const utopian = { ...scene.holder, nationality: 'UTO' };
      return uploadOf(scene, codedAs(sheetFor(scene, utopian), utopian));
    },
  },
  {
    name: 'another type than was declared',
    group: 'rule',
    formats: everyFormat,
    draw(scene) {
      const { country } = declaredFor(scene.format, scene.holder);
      const type = scene.format === 'TD3' ? 'drivers_license' : 'passport';
      return uploadOf(scene, sheetFor(scene), { declared: { type, country } });
    },
  },
  {
    name: 'another country than was declared',
    group: 'rule',
    formats: everyFormat,
    draw(scene) {
      const { type } = declaredFor(scene.format, scene.holder);
      const country = scene.holder.nationality === 'NLD' ? 'FR' : 'NL';
      return uploadOf(scene, sheetFor(scene), { declared: { type, country } });
    },
  },
  {
    name: 'a file of another kind',
    group: 'rule',
    formats: everyFormat,
    draw: (scene) =>
      changed(scene, async (picture) =>
        scene.turn % 2 === 0
          ? sharp(picture).gif().toBuffer()
          : sharp(picture).tiff({ compression: 'deflate' }).toBuffer(),
      ),
  },
];

/** Forged so well that no pixel of these drawings tells it from a genuine one. */
export const beyondAttacks: readonly AttackKind[] = [
  {
    name: 'print and zone or barcode edited alike, in the right fonts',
    group: 'beyond',
    formats: everyFormat,
    draw(scene) {
      const edited = {
        ...scene.holder,
        lastName: scene.stranger.lastName,
        documentNumber: scene.stranger.documentNumber,
      };
      return uploadOf(scene, sheetFor(scene, edited), { claims: edited });
    },
  },
  {
    name: 'portrait swapped for another photograph, without a seam',
    group: 'beyond',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(
        { ...scene, shot: () => phoneShot(scene.turn * 7 + 3) },
        { ...sheetFor(scene, scene.stranger), portrait: scene.holder.otherPhoto },
        { claims: scene.stranger },
      ),
  },
];
