import { createHash } from 'node:crypto';
import {
  framePrintDistance,
  replayBelow,
} from '../../../../activities/checks/engines/face/liveness/frame-print';
import {
  lookOf,
  type FrameLook,
} from '../../../../activities/checks/engines/face/liveness/judge-liveness';
import type { ObservedFrame } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import { seeded } from '../documents/seeded';
import { takenAgain } from './burst';
import { passedByMode, reasonsByMode, type PassedByMode } from './capture-modes';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';
import { copied, copyings } from './replayed-frames';

/** How frames that were recorded are sent for a draw. */
export const recordings = [
  'genuine',
  'one challenge looped',
  'whole video looped',
  'wrong order',
  'one challenge by another person',
  'all frames of another session, as they are',
  'all frames of another session, each set changed otherwise',
] as const;
export type Recording = (typeof recordings)[number];

export interface RecordedAttacks {
  readonly people: 'odd' | 'even';
  readonly recording: Recording;
  readonly byMode: PassedByMode;
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

export async function recordedAttacks(bench: LivenessBench): Promise<readonly RecordedAttacks[]> {
  const performers = await performersOf(bench);
  const judged: {
    person: number;
    recording: Recording;
    reasons: readonly (readonly string[])[];
  }[] = [];
  for (const performer of performers) {
    const { person } = performer;
    const look = remembering(bench);
    const earlier = await looksOf(look, await sentAs('genuine', performer, performers));
    for (const recording of recordings) {
      const sent = await sentAs(recording, performer, performers);
      if (sent === null) continue;
      const challenges: { challenge: LivenessChallenge; frames: ObservedFrame[] }[] = [];
      for (const { challenge, frames } of sent.challenges) {
        const observed: ObservedFrame[] = [];
        for (const frame of frames) observed.push(await look(frame));
        challenges.push({ challenge, frames: observed });
      }
      const set = { neutral: await look(sent.neutral), challenges, selfie: null };
      const light = recording === 'genuine' ? 'this draw' : 'another draw';
      const replayed =
        isOfEarlier(recording) && isReplay(await looksOf(look, sent), earlier)
          ? ['frames_replayed']
          : [];
      const reasons = reasonsByMode(set, person, light).map((those) => [...replayed, ...those]);
      judged.push({ person, recording, reasons });
    }
  }
  return recordings.flatMap((recording) =>
    (['odd', 'even'] as const).map((people) => ({
      people,
      recording,
      byMode: passedByMode(
        judged
          .filter((one) => one.recording === recording)
          .filter(({ person }) => (person % 2 === 1) === (people === 'odd'))
          .map(({ reasons }) => reasons),
      ),
    })),
  );
}

/** Only these were in another session before; all others are made in this one. */
export function isOfEarlier(recording: Recording): boolean {
  return recording.startsWith('all frames of another session');
}

/** As `find-replays.ts` looks: the very pixels, or a print that is too near. One frame is enough. */
function isReplay(sent: readonly FrameLook[], earlier: readonly FrameLook[]): boolean {
  return sent.some(({ pixelHash, print }) => {
    const distance = print === null ? null : framePrintDistance(print);
    return earlier.some(
      (one) =>
        one.pixelHash === pixelHash ||
        (distance !== null && one.print !== null && distance(one.print) < replayBelow),
    );
  });
}

async function looksOf(
  look: (image: Buffer) => Promise<ObservedFrame>,
  sent: Sent | null,
): Promise<readonly FrameLook[]> {
  const looks: FrameLook[] = [];
  for (const image of sent === null
    ? []
    : [sent.neutral, ...sent.challenges.flatMap((one) => one.frames)]) {
    looks.push(lookOf(await look(image)));
  }
  return looks;
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
    case 'all frames of another session, as they are':
      return sent(() => undefined);
    case 'all frames of another session, each set changed otherwise': {
      const copying = copyings[Math.floor(person / 2) % copyings.length] ?? 'recompressed';
      const random = seeded(person);
      const changed = (image: Buffer): Promise<Buffer> => copied(image, copying, random);
      const copies: { challenge: LivenessChallenge; frames: Buffer[] }[] = [];
      for (const { challenge, frames } of challenges) {
        copies.push({ challenge, frames: await Promise.all(frames.map(changed)) });
      }
      return { neutral: await changed(neutral), challenges: copies };
    }
    case 'one challenge looped': {
      // Other pixels each time: the same ones again are found at once.
      const loops: Buffer[][] = [];
      const [first] = shown;
      if (first === undefined) return null;
      for (const at of shown.keys()) {
        loops.push([await takenAgain(first.image, at + 8), await takenAgain(first.image, at + 12)]);
      }
      return sent((index) => loops[index]);
    }
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

/** The frames come again in many recordings; each is looked at once. */
function remembering(bench: LivenessBench): (image: Buffer) => Promise<ObservedFrame> {
  const looks = new Map<string, Promise<ObservedFrame>>();
  return (image) => {
    const hash = createHash('sha256').update(image).digest('hex');
    const known = looks.get(hash) ?? bench.look(image);
    looks.set(hash, known);
    return known;
  };
}
