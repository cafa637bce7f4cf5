import { createHash } from 'node:crypto';
import { chromaOf, type Chroma } from '../../../activities/checks/face/liveness/colour-response';
import type { FrameObserver } from '../../../activities/checks/face/liveness/frame-observer';
import type { Capture } from '../../../activities/checks/face/liveness/judge-capture';
import { judgeLiveness } from '../../../activities/checks/face/liveness/judge-liveness';
import type { ObservedFrame } from '../../../activities/checks/face/liveness/observed-frame';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/checks/liveness-challenge';
import { colourAt, type ShownColour } from '../../../shared/checks/liveness-colours';
import { failingDoubts, isLivenessDoubt } from '../../../shared/checks/liveness-doubts';
import { drawColours } from '../../../services/api/capture/draw-liveness';
import { seeded } from '../documents/seeded';
import { takenAgain } from './burst';
import { counted, type Counted } from './challenge-rates';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';

/** How frames that were recorded are sent for a draw. */
export const recordings = [
  'genuine',
  'one challenge looped',
  'whole video looped',
  'wrong order',
  'one challenge by another person',
  'this very draw recorded earlier',
] as const;
export type Recording = (typeof recordings)[number];

export const modes = ['no times', 'times', 'times and colours'] as const;
export type Mode = (typeof modes)[number];

export interface RecordedAttacks {
  readonly people: 'odd' | 'even';
  readonly recording: Recording;
  /** In the order of `modes`: what passes as the shipped workflows have it, and without any doubt. */
  readonly byMode: readonly { readonly passed: Counted; readonly undoubted: Counted }[];
}

/** One packaged person: a neutral picture, and one for each challenge of the draw. */
interface Performer {
  readonly person: number;
  readonly neutral: Buffer;
  readonly shown: readonly { readonly challenge: LivenessChallenge; readonly image: Buffer }[];
}

interface Sent {
  readonly neutral: Buffer;
  readonly challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly Buffer[];
  }[];
}

/** Fewer challenges than a draw has where a person shows fewer, but no single ones. */
const leastShown = 2;
const screenShare = 0.2;
const firstMs = 2_000;
const challengeMs = 2_100;
const frameMs = 700;

export async function recordedAttacks(bench: LivenessBench): Promise<readonly RecordedAttacks[]> {
  const performers = await performersOf(bench);
  const judged: { person: number; recording: Recording; reasons: readonly string[][] }[] = [];
  for (const performer of performers) {
    const eyes = remembering(bench);
    for (const recording of recordings) {
      const sent = await sentAs(recording, performer, performers);
      if (sent === null) continue;
      const reasons: string[][] = [];
      for (const mode of modes)
        reasons.push(await reasonsOf(eyes, performer, recording, sent, mode));
      judged.push({ person: performer.person, recording, reasons });
    }
  }
  return (['odd', 'even'] as const).flatMap((people) =>
    recordings.map((recording) => {
      const half = judged.filter(
        (one) => one.recording === recording && (one.person % 2 === 1) === (people === 'odd'),
      );
      return {
        people,
        recording,
        byMode: modes.map((_, mode) => ({
          passed: counted(half, ({ reasons }) => !(reasons[mode] ?? []).some(fails)),
          undoubted: counted(half, ({ reasons }) => (reasons[mode] ?? []).length === 0),
        })),
      };
    }),
  );
}

/** As the shipped workflows have it (`fail_on`). */
function fails(reason: string): boolean {
  return !isLivenessDoubt(reason) || failingDoubts.some((doubt) => doubt === reason);
}

async function performersOf(bench: LivenessBench): Promise<readonly Performer[]> {
  const performers: Performer[] = [];
  for (const { person, neutral, shows } of orlLabels.people) {
    const shown: { challenge: LivenessChallenge; image: Buffer }[] = [];
    for (const challenge of livenessChallenges) {
      const [picture] = shows[challenge] ?? [];
      if (picture === undefined || shown.length === challengesPerCapture) continue;
      shown.push({ challenge, image: await bench.orl(person, picture) });
    }
    if (shown.length < leastShown) continue;
    performers.push({ person, neutral: await bench.orl(person, neutral), shown });
  }
  return performers;
}

async function sentAs(
  recording: Recording,
  { person, neutral, shown }: Performer,
  performers: readonly Performer[],
): Promise<Sent | null> {
  const challenges: { challenge: LivenessChallenge; frames: Buffer[] }[] = [];
  for (const [index, { challenge, image }] of shown.entries()) {
    challenges.push({ challenge, frames: await burst(image, index) });
  }
  const sent = (frames: (index: number) => readonly Buffer[] | undefined): Sent => ({
    neutral,
    challenges: challenges.map((one, index) => ({ ...one, frames: frames(index) ?? one.frames })),
  });
  switch (recording) {
    case 'genuine':
    case 'this very draw recorded earlier':
      return sent(() => undefined);
    case 'one challenge looped':
      return sent(() => challenges[0]?.frames);
    case 'whole video looped': {
      const loops: Buffer[][] = [];
      for (const at of shown.keys()) {
        const loop: Buffer[] = [];
        for (const { image } of shown) loop.push(await takenAgain(image, at + 1));
        loops.push(loop);
      }
      return sent((index) => loops[index]);
    }
    case 'wrong order':
      return sent((index) => challenges[(index + 1) % challenges.length]?.frames);
    case 'one challenge by another person': {
      const asked = shown[0]?.challenge;
      const other = [...performers, ...performers]
        .slice(performers.findIndex((one) => one.person === person) + 1)
        .filter((one) => one.person !== person)
        .flatMap((one) => one.shown.filter(({ challenge }) => challenge === asked))[0];
      if (other === undefined) return null;
      const theirs = await burst(other.image, 0);
      return sent((index) => (index === 0 ? theirs : undefined));
    }
  }
}

/** Three frames in which nothing moves but the camera. */
async function burst(image: Buffer, index: number): Promise<Buffer[]> {
  return [await takenAgain(image, index + 1), image, await takenAgain(image, index + 4)];
}

async function reasonsOf(
  bench: Pick<LivenessBench, 'look' | 'engine'>,
  { person }: Performer,
  recording: Recording,
  { neutral, challenges }: Sent,
  mode: Mode,
): Promise<string[]> {
  const [colours, earlier] = [drawn(person), drawn(person + 1_000)];
  const capture: Capture | null =
    mode === 'no times'
      ? null
      : {
          times: {
            neutralMs: frameMs,
            challengesMs: challenges.map(({ frames }, index) =>
              frames.map((_, place) => firstMs + index * challengeMs + place * frameMs),
            ),
            elapsedMs: firstMs + (challenges.length + 1) * challengeMs,
          },
          shown: mode === 'times' ? null : { colours, fromMs: 0 },
        };
  const lightOf = recording === 'genuine' ? colours : earlier;
  const observed = new Map<Uint8Array, ObservedFrame>();
  /** A buffer of its own for each place, under the screen's colour at that time. */
  const placed = async (image: Buffer, atMs: number): Promise<Buffer> => {
    const frame = await bench.look(image);
    const own = Buffer.from(image);
    observed.set(own, mode === 'times and colours' ? litBy(frame, lightOf, atMs) : frame);
    return own;
  };
  const shots = [];
  for (const [index, { challenge, frames }] of challenges.entries()) {
    const own: Buffer[] = [];
    for (const [place, image] of frames.entries()) {
      own.push(await placed(image, firstMs + index * challengeMs + place * frameMs));
    }
    shots.push({ challenge, frames: own });
  }
  const observer: FrameObserver = {
    engine: bench.engine,
    engineVersion: '',
    observe: (image) => {
      const frame = observed.get(image);
      return frame === undefined ? Promise.reject(new Error('not placed')) : Promise.resolve(frame);
    },
    dispose: () => Promise.resolve(),
  };
  const first = await placed(neutral, frameMs);
  const { outcome } = await judgeLiveness(observer, {
    neutral: first,
    challenges: shots,
    selfie: null,
    capture,
  });
  return [...outcome.reasons];
}

/** ORL is grey: the colour that a screen adds to a face is added to what was measured of it. */
function litBy(frame: ObservedFrame, colours: readonly ShownColour[], atMs: number): ObservedFrame {
  const shown = colourAt(colours, atMs);
  if (frame.look === null || shown === null) return frame;
  const light = shown.rgb.map(
    (value) => 255 * (1 - screenShare + screenShare * (value / 255) ** 2.2) ** (1 / 2.2),
  );
  const [red, blue] = chromaOf(light);
  const chroma: Chroma = [frame.look.chroma[0] + red, frame.look.chroma[1] + blue];
  return { ...frame, look: { ...frame.look, chroma } };
}

/** Of each person the same each time. */
function drawn(seed: number): readonly ShownColour[] {
  const random = seeded(seed);
  return drawColours((limit) => Math.floor(random() * limit));
}

/** The frames come again in every mode and many recordings; each is looked at once. */
function remembering(bench: LivenessBench): Pick<LivenessBench, 'look' | 'engine'> {
  const looks = new Map<string, Promise<ObservedFrame>>();
  return {
    engine: bench.engine,
    look(image) {
      const hash = createHash('sha256').update(image).digest('hex');
      const known = looks.get(hash) ?? bench.look(image);
      looks.set(hash, known);
      return known;
    },
  };
}
