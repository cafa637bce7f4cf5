import sharp from 'sharp';
import { facePlane } from '../../../../activities/checks/engines/face/liveness/face-plane';
import {
  framePrint,
  framePrintDistance,
  replayBelow,
} from '../../../../activities/checks/engines/face/liveness/frame-print';
import { decodeRgb } from '../../../../activities/checks/engines/face/rgb-picture';
import type { AccuracyDeps } from '../accuracy-deps';
import { seeded } from '../documents/seeded';
import { counted, type Counted } from './challenge-rates';
import { disguised } from './warped-stills';
import { decodeGrey } from './grey-picture';
import type { LivenessBench } from './liveness-bench';

/** What an attacker does to a frame or a selfie of an earlier session, so that its pixels are others. */
export const copyings = [
  'recompressed',
  'resized',
  'light',
  'brighter',
  'noise',
  'trimmed',
] as const;
export type Copying = (typeof copyings)[number];

export interface ReplayedFrames {
  readonly people: 'odd' | 'even';
  /** Of each copying: pictures that are found, as a selfie is by itself, and sets of five by any of theirs. */
  readonly found: readonly {
    readonly copying: Copying;
    readonly pictures: Counted;
    readonly sets: Counted;
  }[];
  /** Pairs of different pictures that are taken for copies, of one person and of two. */
  readonly samePerson: Counted;
  readonly otherPeople: Counted;
  /** The nearest such pairs: the limit is below them. */
  readonly nearest: { readonly samePerson: number; readonly otherPeople: number };
}

const orlPeople = 40;
const orlPictures = 10;
/** Of each person's ten: sent again as another session's set, all of them copied in one way. */
const sentAgain = [1, 3, 5, 7, 9] as const;

interface Printed {
  readonly person: number;
  readonly print: Uint8Array;
  readonly distance: (other: Uint8Array) => number;
}

interface Copy {
  readonly person: number;
  readonly copying: Copying;
  readonly isFound: boolean;
}

/** Every picture of ORL against every other of the same half, and copies of some against their originals. */
export async function replayedFrames(
  bench: LivenessBench,
  report: AccuracyDeps['report'],
): Promise<readonly ReplayedFrames[]> {
  const results: ReplayedFrames[] = [];
  for (const people of ['odd', 'even'] as const) {
    const printed: Printed[] = [];
    const copies: Copy[] = [];
    for (let person = people === 'odd' ? 1 : 2; person <= orlPeople; person += 2) {
      const random = seeded(person);
      for (let picture = 1; picture <= orlPictures; picture += 1) {
        const image = await bench.orl(person, picture);
        const print = await printOf(bench, image);
        if (print === null) continue;
        printed.push({ person, print, distance: framePrintDistance(print) });
        if (!sentAgain.some((one) => one === picture)) continue;
        for (const copying of copyings) {
          const copy = await printOf(bench, await copied(image, copying, random));
          const isFound = copy !== null && framePrintDistance(copy)(print) < replayBelow;
          copies.push({ person, copying, isFound });
        }
      }
    }
    report(`frames of ${people} people compared with copies of them`);
    results.push({
      people,
      found: copyings.map((one) => foundOf(one, copies)),
      ...honest(printed),
    });
  }
  return results;
}

function foundOf(copying: Copying, copies: readonly Copy[]): ReplayedFrames['found'][number] {
  const these = copies.filter((one) => one.copying === copying);
  const people = [...new Set(these.map(({ person }) => person))];
  return {
    copying,
    pictures: counted(these, ({ isFound }) => isFound),
    sets: counted(people, (person) => these.some((one) => one.person === person && one.isFound)),
  };
}

/** Every picture looked for among all the others, as a later session's is among the earlier ones'. */
function honest(
  printed: readonly Printed[],
): Pick<ReplayedFrames, 'samePerson' | 'otherPeople' | 'nearest'> {
  const pairs = printed.flatMap((one) =>
    printed
      .filter((other) => other !== one)
      .map((other) => ({
        isSame: one.person === other.person,
        distance: one.distance(other.print),
      })),
  );
  const of = (isSame: boolean): readonly number[] =>
    pairs.filter((pair) => pair.isSame === isSame).map(({ distance }) => distance);
  const least = (distances: readonly number[]): number =>
    distances.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);
  const accused = (distances: readonly number[]): Counted =>
    counted(distances, (distance) => distance < replayBelow);
  return {
    samePerson: accused(of(true)),
    otherPeople: accused(of(false)),
    nearest: { samePerson: least(of(true)), otherPeople: least(of(false)) },
  };
}

async function printOf(bench: LivenessBench, image: Buffer): Promise<Uint8Array | null> {
  const points = await bench.points.find(image);
  return points === null ? null : framePrint(await facePlane(await decodeRgb(image), points));
}

export async function copied(
  image: Buffer,
  copying: Copying,
  random: () => number,
): Promise<Buffer> {
  switch (copying) {
    case 'brighter':
      return sharp(image).linear(1.2, 12).jpeg({ quality: 85 }).toBuffer();
    case 'trimmed': {
      const { width, height } = await sharp(image).metadata();
      const [left, top] = [Math.round(width * 0.05), Math.round(height * 0.05)];
      return sharp(image)
        .extract({ left, top, width: width - 2 * left, height: height - top })
        .jpeg({ quality: 85 })
        .toBuffer();
    }
    default:
      return disguised(await decodeGrey(image), copying, random);
  }
}
