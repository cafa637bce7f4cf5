import sharp from 'sharp';
import {
  printDistance,
  soughtPrint,
} from '../../../activities/checks/records/prints/compare-prints';
import { copyBelow } from '../../../activities/checks/records/prints/find-reuse';
import {
  recompressedFrom,
  screenPatternFrom,
  tracedReasons,
} from '../../../activities/checks/engines/forensics/judge-forensics';
import { traceImage } from '../../../activities/checks/engines/forensics/trace-image';
import { createSpecimenStudio } from '../../../services/local/specimen';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import type { ForensicReason } from '../../../shared/domain/checks/forensic-reasons';
import type { AccuracyDeps } from './accuracy-deps';
import { copied, copyings } from './forensics/copies';
import { screenPhotoOptions } from './forensics/drawn-screens';
import { editedPictures, honestSoftware, withSoftware } from './forensics/edited-pictures';
import { honestPictures, type DrawnPicture } from './forensics/honest-pictures';
import { photographScreen } from './forensics/screen-photo';
import { cameraOfScreenSize, screenshots } from './forensics/screenshots';
import type { Section } from './report';
import { share } from './share';

/** Every so many-th drawn picture is edited, copied and shown on a screen as well. */
const attackedEach = 10;

/** How often a reason was found among pictures, per kind of picture. */
class Tally {
  private readonly counts = new Map<string, { found: number; of: number }>();
  add(kind: string, isFound: boolean): void {
    const { found, of } = this.counts.get(kind) ?? { found: 0, of: 0 };
    this.counts.set(kind, { found: found + Number(isFound), of: of + 1 });
  }
  rows(): string[][] {
    return [...this.counts].map(([kind, { found, of }]) => [kind, share(found, of)]);
  }
  found(kind: string): number {
    return this.counts.get(kind)?.found ?? 0;
  }
}

interface Kept extends Omit<DrawnPicture, 'bytes'> {
  readonly print: Uint8Array;
}

/** Document forensics: what attacks show, and what honest pictures are wrongly taken for. */
export async function forensicsSection({ artifacts, report }: AccuracyDeps): Promise<Section> {
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const [attacks, alarms] = [new Tally(), new Tally()];
  const kept: Kept[] = [];
  let number = 0;
  for await (const picture of honestPictures(studio)) {
    const { bytes, ...shows } = picture;
    const traces = await traceImage(bytes);
    const reasons = tracedReasons(traces);
    for (const reason of traced) alarms.add(`\`${reason}\``, reasons.includes(reason));
    kept.push({ ...shows, print: traces.print });
    number += 1;
    if (number % attackedEach === 0) await attack(bytes, traces.print, number, { attacks, alarms });
    if (number % 30 === 0) report(`${String(number)} pictures traced`);
  }
  compareOthers(kept, alarms);
  return section(attacks, alarms);
}

const traced = [
  'exif_editing_software',
  'screenshot',
  'screen_photo',
  'recompressed',
] as const satisfies readonly ForensicReason[];

async function attack(
  bytes: Buffer,
  print: Uint8Array,
  seed: number,
  { attacks, alarms }: { readonly attacks: Tally; readonly alarms: Tally },
): Promise<void> {
  const shows = async (picture: Buffer, reason: ForensicReason): Promise<boolean> =>
    tracedReasons(await traceImage(picture)).includes(reason);
  for (const edited of await editedPictures(bytes)) {
    attacks.add('saved by an editor, metadata left', await shows(edited, 'exif_editing_software'));
  }
  for (const software of honestSoftware) {
    const phones = await withSoftware(bytes, software);
    alarms.add("a phone's own software", await shows(phones, 'exif_editing_software'));
  }
  for (const shot of await screenshots(bytes)) {
    attacks.add('screenshot', await shows(shot, 'screenshot'));
  }
  const camera = await cameraOfScreenSize(bytes);
  alarms.add("a camera's picture of a screen's size", await shows(camera, 'screenshot'));
  const options = screenPhotoOptions(seed);
  const screen = await photographScreen(bytes, options);
  const kind = options.blurPx < 0.6 ? 'photo of a screen, sharp' : 'photo of a screen, blurred';
  attacks.add(kind, await shows(screen, 'screen_photo'));
  const coarser = await sharp(bytes).jpeg({ quality: 50 }).toBuffer();
  const again = await sharp(coarser).jpeg({ quality: 90 }).toBuffer();
  attacks.add('compressed to JPEG 50, then 90', await shows(again, 'recompressed'));
  for (const copying of copyings) {
    const { print: copy } = await traceImage(await copied(bytes, copying));
    attacks.add(`copy ${copying}`, printDistance(soughtPrint(copy), print) < copyBelow);
  }
}

/** Pictures of two people, or two pictures of one: none is the other's copy. */
function compareOthers(kept: readonly Kept[], alarms: Tally): void {
  for (const [index, one] of kept.entries()) {
    const sought = soughtPrint(one.print);
    for (const other of kept.slice(index + 1)) {
      // One scene in two treatments, blurred or darkened, is a copy indeed.
      if (one.layout === other.layout && one.person === other.person) continue;
      const isAlike = one.layout === other.layout && one.view === other.view;
      const kind = isAlike
        ? 'two documents of one layout, taken alike, as copies'
        : 'two other pictures, as copies';
      alarms.add(kind, printDistance(sought, other.print) < copyBelow);
    }
  }
}

function section(attacks: Tally, alarms: Tally): Section {
  const head = ['pictures', 'found'];
  return {
    title: 'Document forensics',
    words: [
      `Thresholds: a pattern ${String(screenPatternFrom)} dB above its surroundings, empty values of coefficients from ${String(recompressedFrom)}, copies below ${String(copyBelow)} grey levels at the worst of 36 places.`,
      'All documents are drawn, all attacks simulated: a screen is a grid of coloured stripes seen by a grid of pixels through a lens, without the scaling and smoothing of any real phone. What a real phone makes of a real screen is not measured here; take `screen_photo` for one signal, and its absence for nothing. Whoever removes the metadata, or photographs a print, is not found. The thresholds were set on pictures of the same kind.',
      'Copies that were only compressed or scaled are found; most that were lightened or trimmed, and all that were turned, are not: the threshold is where no two people were taken for each other.',
    ],
    tables: [
      { head, rows: attacks.rows() },
      { head: ['honest pictures', 'wrongly taken for it'], rows: alarms.rows() },
    ],
    shortfalls: [
      ...(alarms.found('two documents of one layout, taken alike, as copies') > 0
        ? ['documents of one layout are taken for copies of each other']
        : []),
      'most copies that were lightened or trimmed are missed',
      ...(traced.some((reason) => reason !== 'recompressed' && alarms.found(`\`${reason}\``) > 0)
        ? ['honest pictures are flagged']
        : []),
    ],
  };
}
