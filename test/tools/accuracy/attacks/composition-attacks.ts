import sharp from 'sharp';
import { drawnPortrait } from '../../../../services/local/specimen';
import { decodeRaster, type Raster } from '../../../../shared/images/raster';
import { cards, everyFormat, zoned, type AttackKind } from './attack-kind';
import { phoneShot, take } from './camera';
import { barcodeAt, drawBack, drawFront, portraitBox, sheetSizes, zoneTopMm } from './draw-sheet';
import { besideEachOther, overdrawn, pasted, pngOf, strip } from './retouch';
import {
  declaredFor,
  sheetFor,
  uploadOf,
  uploadOfPictures,
  uploadOfRasters,
  type Scene,
} from './scene';
import { genuineSheet, zoneOf, type Sheet } from './sheet';
import type { Upload } from './upload';

/** The attacker's face as a picture as large and as sharp as a document's: a print of it, photographed. */
async function facePicture(scene: Scene): Promise<Buffer> {
  const large = await sharp(scene.holder.otherPhoto).resize(1100).toBuffer();
  const face = await decodeRaster(large, { channels: 3 });
  return take(face, { ...phoneShot(scene.turn + 11), noise: 9, blurPx: 0, margin: 0 });
}

/** One side of a sheet that carries the machine-readable part, whichever side that is. */
async function codedSide(scene: Scene, sheet: Sheet): Promise<Raster> {
  const turned = {
    ...sheet,
    zone: sheet.zone === null ? null : { ...sheet.zone, side: 'back' as const },
  };
  const back = await drawBack(scene.fonts, turned);
  return back ?? drawFront(scene.fonts, sheet);
}

function asClaimed(scene: Scene): Pick<Upload, 'claims' | 'declared'> {
  return {
    claims: scene.stranger,
    // Whoever needs two sides for his trick declares a document that has two.
    declared:
      scene.format === 'TD3'
        ? { ...declaredFor('TD1', scene.stranger) }
        : declaredFor(scene.format, scene.stranger),
  };
}

/** A white sheet with what was typed on it. */
function typedSheet(scene: Scene, portrait: Buffer | null): Sheet {
  return { ...sheetFor(scene, scene.stranger), paper: 'white', printed: null, portrait };
}

/** Put together from things that are no one document. */
export const compositionAttacks: readonly AttackKind[] = [
  {
    name: "front of the attacker's card, back of a stranger's",
    group: 'composition',
    formats: cards,
    async draw(scene) {
      const own = await drawFront(scene.fonts, { ...sheetFor(scene), zone: null });
      const strangers = await codedSide(scene, sheetFor(scene, scene.stranger));
      return uploadOfRasters(scene, own, strangers, asClaimed(scene));
    },
  },
  {
    name: "the selfie as front, a stranger's page as back",
    group: 'composition',
    formats: everyFormat,
    async draw(scene) {
      const back = await codedSide(scene, sheetFor(scene, scene.stranger));
      return uploadOfPictures(
        scene,
        await facePicture(scene),
        await take(back, scene.shot()),
        asClaimed(scene),
      );
    },
  },
  {
    name: 'the selfie as front, a typed sheet as back',
    group: 'composition',
    formats: everyFormat,
    async draw(scene) {
      const back = await codedSide(scene, typedSheet(scene, null));
      return uploadOfPictures(
        scene,
        await facePicture(scene),
        await take(back, scene.shot()),
        asClaimed(scene),
      );
    },
  },
  {
    name: 'white sheet, typed zone or barcode, pasted portrait',
    group: 'composition',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(scene, typedSheet(scene, scene.holder.otherPhoto), { claims: scene.stranger }),
  },
  {
    name: 'blank template with a typed zone or barcode and a portrait',
    group: 'composition',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(
        scene,
        { ...typedSheet(scene, scene.holder.otherPhoto), paper: 'security' },
        { claims: scene.stranger },
      ),
  },
  {
    name: 'zone or barcode alone on a sheet',
    group: 'composition',
    formats: everyFormat,
    draw: (scene) => uploadOf(scene, typedSheet(scene, null), { claims: scene.stranger }),
  },
  {
    name: 'selfie with a zone typed beneath',
    group: 'composition',
    formats: zoned,
    async draw(scene) {
      const bare = await drawFront(scene.fonts, { ...typedSheet(scene, null), zone: null });
      const { width, height } = sheetSizes[scene.format];
      const zone = zoneOf(scene.format, scene.stranger);
      const sheet = {
        ...typedSheet(scene, null),
        zone: zone === null ? null : { ...zone, side: 'front' as const },
      };
      const typed = await drawFront(scene.fonts, sheet);
      const top = zoneTopMm(sheet);
      const faceWidth = top * 0.82;
      const box = { x: (width - faceWidth) / 2, y: 0, width: faceWidth, height: top };
      const face = await pasted(bare, scene.holder.otherPhoto, box);
      const below = await strip(typed, top / height, 1);
      const front = await pasted(face, below, { x: 0, y: top, width, height: height - top });
      return uploadOfRasters(scene, front, null, { claims: scene.stranger });
    },
  },
  {
    name: "stranger's zone strip glued on the attacker's own document",
    group: 'composition',
    formats: zoned,
    async draw(scene) {
      const own = sheetFor(scene);
      const side = own.zone?.side ?? 'front';
      const drawSide = side === 'front' ? drawFront : drawBack;
      const [mine, theirs] = [
        await drawSide(scene.fonts, own),
        await drawSide(scene.fonts, { ...sheetFor(scene, scene.stranger), paper: 'white' }),
      ];
      if (mine === null || theirs === null) throw new Error('a zone without its side');
      const { width, height } = sheetSizes[scene.format];
      const top = zoneTopMm(own);
      const glued = await pasted(
        mine,
        await strip(theirs, top / height, 1),
        { x: 0, y: top, width, height: height - top },
        { turnedDegrees: 0.4, shadow: true },
      );
      return side === 'front'
        ? uploadOfRasters(scene, glued, await drawBack(scene.fonts, own), {
            claims: scene.stranger,
          })
        : uploadOfRasters(scene, await drawFront(scene.fonts, own), glued, {
            claims: scene.stranger,
          });
    },
  },
  {
    name: "upper half of the attacker's page spliced to a stranger's zone",
    group: 'composition',
    formats: ['TD2', 'TD3'],
    async draw(scene) {
      const { width, height } = sheetSizes[scene.format];
      const top = zoneTopMm(scene);
      const theirs = await drawFront(scene.fonts, sheetFor(scene, scene.stranger));
      const mine = await drawFront(scene.fonts, sheetFor(scene));
      const front = await pasted(mine, await strip(theirs, top / height, 1), {
        x: 0,
        y: top,
        width,
        height: height - top,
      });
      return uploadOfRasters(scene, front, await drawBack(scene.fonts, sheetFor(scene)), {
        claims: scene.stranger,
      });
    },
  },
  {
    name: "attacker's passport as front, a stranger's card back",
    group: 'composition',
    formats: ['TD1', 'TD2', 'licence'],
    async draw(scene) {
      const passport = genuineSheet('TD3', scene.holder, scene.design);
      const back = await codedSide(scene, sheetFor(scene, scene.stranger));
      return uploadOfRasters(scene, await drawFront(scene.fonts, passport), back, asClaimed(scene));
    },
  },
  {
    name: "stranger's passport photographed beside the attacker's portrait side",
    group: 'composition',
    formats: zoned,
    async draw(scene) {
      const mine = await drawFront(scene.fonts, { ...sheetFor(scene), zone: null });
      const theirs = await codedSide(scene, sheetFor(scene, scene.stranger));
      const front = await besideEachOther(mine, theirs);
      return uploadOfRasters(scene, front, null, { claims: scene.stranger });
    },
  },
  {
    name: 'one picture as front and back',
    group: 'composition',
    formats: cards,
    async draw(scene) {
      const zone = zoneOf(scene.format, scene.stranger);
      const sheet: Sheet = {
        ...sheetFor(scene, scene.stranger),
        zone: zone === null ? null : { ...zone, side: 'front' },
        printed: null,
        portrait: null,
      };
      const blank = await drawFront(scene.fonts, sheet);
      const box = { x: 4, y: 3, width: 19, height: 24 };
      const withFace = await pasted(blank, scene.holder.otherPhoto, box);
      const code = sheet.barcode === null ? '' : barcodeAt(sheet.barcode, 5, 32, 75.6, 16);
      const front = await overdrawn(withFace, code);
      const picture = await take(front, scene.shot());
      return uploadOfPictures(scene, picture, picture, { claims: scene.stranger });
    },
  },
  {
    name: "portrait swapped for the attacker's very selfie",
    group: 'composition',
    formats: everyFormat,
    draw: (scene) =>
      uploadOf(
        scene,
        { ...sheetFor(scene, scene.stranger), portrait: scene.holder.selfie },
        { claims: scene.stranger },
      ),
  },
  {
    name: 'another photograph glued over the portrait',
    group: 'composition',
    formats: everyFormat,
    async draw(scene) {
      const sheet = sheetFor(scene, scene.stranger);
      const page = await drawFront(scene.fonts, sheet);
      const box = portraitBox(sheet);
      const larger = {
        x: box.x - 1,
        y: box.y - 1.2,
        width: box.width + 2.2,
        height: box.height + 2.4,
      };
      const front = await pasted(page, scene.holder.otherPhoto, larger, {
        turnedDegrees: 2,
        shadow: true,
      });
      return uploadOfRasters(scene, front, await drawBack(scene.fonts, sheet), {
        claims: scene.stranger,
      });
    },
  },
  {
    name: "selfie that is the document's whole picture",
    group: 'composition',
    formats: everyFormat,
    async draw(scene) {
      const sheet = sheetFor(scene);
      const front = await take(await drawFront(scene.fonts, sheet), scene.shot());
      const back = await drawBack(scene.fonts, sheet);
      return uploadOfPictures(scene, front, back === null ? null : await take(back, scene.shot()), {
        selfie: front,
      });
    },
  },
  {
    name: "selfie cut out of the document's picture",
    group: 'composition',
    formats: everyFormat,
    async draw(scene) {
      const sheet = sheetFor(scene, scene.stranger);
      const page = await drawFront(scene.fonts, sheet);
      const { x, y, width, height } = portraitBox(sheet);
      const [pageWidth, pageHeight] = [
        sheetSizes[scene.format].width,
        sheetSizes[scene.format].height,
      ];
      const upright = await strip(page, y / pageHeight, (y + height) / pageHeight);
      const face = await decodeRaster(upright, { channels: 3 });
      const selfie = await sharp(await pngOf(face))
        .extract({
          left: Math.round((x / pageWidth) * face.width),
          top: 0,
          width: Math.round((width / pageWidth) * face.width),
          height: face.height,
        })
        .resize(720)
        .jpeg({ quality: 90 })
        .toBuffer();
      const back = await drawBack(scene.fonts, sheet);
      return uploadOfPictures(
        scene,
        await take(page, scene.shot()),
        back === null ? null : await take(back, scene.shot()),
        { selfie, claims: scene.stranger },
      );
    },
  },
  {
    name: 'a drawn head for a portrait',
    group: 'composition',
    formats: everyFormat,
    draw: async (scene) =>
      uploadOf(scene, { ...sheetFor(scene), portrait: await drawnPortrait(scene.turn) }),
  },
  {
    name: 'document cropped to its zone, under the selfie as front',
    group: 'composition',
    formats: ['TD1', 'TD2'],
    async draw(scene) {
      const zone = zoneOf(scene.format, scene.stranger);
      const sheet: Sheet = {
        ...sheetFor(scene, scene.stranger),
        zone: zone === null ? null : { ...zone, side: 'front' },
      };
      const page = await drawFront(scene.fonts, sheet);
      const cropped = await strip(page, zoneTopMm(sheet) / sheetSizes[scene.format].height, 1);
      const band = await decodeRaster(cropped, { channels: 3 });
      return uploadOfPictures(
        scene,
        await facePicture(scene),
        await take(await overdrawn(band, ''), scene.shot()),
        { claims: scene.stranger },
      );
    },
  },
];
