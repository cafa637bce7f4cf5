import { pxPerMm, rect } from '../../../../services/local/specimen/page-parts';
import { everyFormat, type AttackKind } from './attack-kind';
import {
  drawBack,
  drawFront,
  fieldBox,
  sheetSizes,
  zoneTopMm,
  type PrintedField,
} from './draw-sheet';
import { overdrawn } from './retouch';
import { sheetFor, uploadOf, uploadOfRasters, type Scene } from './scene';
import { codedAs, type Sheet } from './sheet';
import type { Upload } from './upload';

/** Something lies over a field of the print. */
function covered(
  name: string,
  fields: readonly PrintedField[],
  cover: (scene: Scene, sheet: Sheet, field: PrintedField) => string,
): AttackKind {
  return {
    name,
    group: 'edit',
    formats: everyFormat,
    draw(scene) {
      // What is under the cover is somebody else: this is what is to be hidden.
      const sheet = codedAs(sheetFor(scene), {
        ...scene.stranger,
        portrait: scene.holder.portrait,
      });
      const overFront = fields.map((field) => cover(scene, sheet, field)).join('');
      return uploadOf(scene, { ...sheet, overFront }, { claims: scene.stranger });
    },
  };
}

function bar(_scene: Scene, sheet: Sheet, field: PrintedField): string {
  const { x, y, width, height } = fieldBox(sheet, field);
  return rect(
    { x, y: y + height * 0.12, width: Math.min(width, 34), height: height * 0.55 },
    '#0b0b0b',
  );
}

function sticker(_scene: Scene, sheet: Sheet, field: PrintedField): string {
  const { x, y, width, height } = fieldBox(sheet, field);
  return rect(
    { x: x - 0.6, y: y - 0.1, width: Math.min(width, 36), height: height * 0.92 },
    '#f6f1d8',
  );
}

/** Light and dark are given to the whole front but its zone. */
async function hiddenPrint(scene: Scene, over: (heightPx: number) => string): Promise<Upload> {
  const sheet = codedAs(sheetFor(scene), { ...scene.stranger, portrait: scene.holder.portrait });
  const hasZone = sheet.zone?.side === 'front';
  const untilMm = hasZone ? zoneTopMm(sheet) : sheetSizes[sheet.format].height;
  const front = await overdrawn(await drawFront(scene.fonts, sheet), over(untilMm * pxPerMm));
  return uploadOfRasters(scene, front, await drawBack(scene.fonts, sheet), {
    claims: scene.stranger,
  });
}

/** The zone or barcode is somebody else's, and the print that would tell is made unreadable. */
export const coverAttacks: readonly AttackKind[] = [
  covered('number blacked out', ['number'], bar),
  covered('names blacked out', ['lastName', 'firstName'], bar),
  covered('number and names blacked out', ['number', 'lastName', 'firstName'], bar),
  covered(
    'sticker over number, names and birth',
    ['number', 'lastName', 'firstName', 'birth'],
    sticker,
  ),
  {
    name: 'print of another person in the dark, zone in the light',
    group: 'edit',
    formats: everyFormat,
    draw(scene) {
      const { x, width } = fieldBox(sheetFor(scene), 'number');
      const columns = scene.design.columns * width + 4;
      return hiddenPrint(
        scene,
        (height) =>
          `<rect x="${String((x - 2) * pxPerMm)}" width="${String(columns * pxPerMm)}" height="${String(height)}" fill="#000" fill-opacity="0.86"/>`,
      );
    },
  },
  {
    name: 'glare over the print of another person',
    group: 'edit',
    formats: everyFormat,
    draw(scene) {
      const { x, y, width } = fieldBox(sheetFor(scene), 'number');
      const [cx, cy] = [(x + width / 2) * pxPerMm, (y + 12) * pxPerMm];
      return hiddenPrint(
        scene,
        () =>
          `<defs><radialGradient id="g"><stop offset="0.7" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="${String(cx)}" cy="${String(cy)}" rx="330" ry="250" fill="url(#g)"/>`,
      );
    },
  },
  {
    name: 'print of another person smeared until nobody can read it',
    group: 'edit',
    formats: everyFormat,
    async draw(scene) {
      const sheet = codedAs(sheetFor(scene), {
        ...scene.stranger,
        portrait: scene.holder.portrait,
      });
      const box = fieldBox(sheet, 'number');
      const smear = rect(
        { x: box.x - 0.5, y: box.y - 1, width: box.width, height: 38 },
        sheet.design.paper,
      );
      const strokes = Array.from({ length: 40 }, (_, index) => {
        const y = (box.y + index) * pxPerMm;
        return `<path d="M${String(box.x * pxPerMm)} ${String(y)} q 120 ${String(scene.random() * 60 - 30)} 330 0" stroke="${sheet.design.ink}" stroke-width="5" fill="none" opacity="0.5"/>`;
      }).join('');
      return uploadOf(scene, { ...sheet, overFront: smear + strokes }, { claims: scene.stranger });
    },
  },
];
