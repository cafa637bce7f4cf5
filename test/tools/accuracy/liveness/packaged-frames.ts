import { livenessChallenges } from '../../../../shared/domain/checks/liveness-challenge';
import type { LabelledFrame } from './challenge-rates';
import { openMouthed, tilted } from './drawn-movements';
import { decodeGrey, encodeGrey, type GreyPicture } from './grey-picture';
import type { LivenessBench } from './liveness-bench';
import { orlLabels, type OrlPerson } from './orl-labels';

/** Pictures of ORL that show something, as they were labelled. */
export async function packagedFrames(bench: LivenessBench): Promise<readonly LabelledFrame[]> {
  const frames: LabelledFrame[] = [];
  for (const person of orlLabels.people) {
    const neutral = (await bench.orlFrame(person.person, person.neutral)).face;
    const pictures = new Set(livenessChallenges.flatMap((one) => person.shows[one] ?? []));
    for (const picture of pictures) {
      frames.push({
        person: person.person,
        neutral,
        face: (await bench.orlFrame(person.person, picture)).face,
        shows: shownBy(person.shows, picture),
        also: shownBy(person.also ?? {}, picture),
      });
    }
  }
  return frames;
}

function shownBy(by: OrlPerson['shows'], picture: number): LabelledFrame['shows'] {
  return livenessChallenges.filter((challenge) => by[challenge]?.includes(picture));
}

const drawnTiltDegrees = 20;
const drawnMouthShare = 0.5;

/** Movements drawn into each neutral picture (`drawn-movements.ts`). */
export async function drawnFrames(bench: LivenessBench): Promise<readonly LabelledFrame[]> {
  const frames: LabelledFrame[] = [];
  for (const { person, neutral: picture } of orlLabels.people) {
    const from = await decodeGrey(await bench.orl(person, picture));
    const still = await encodeGrey(from);
    const at = await bench.points.find(still);
    if (at === null) continue;
    const neutral = await bench.observe(still);
    const drawn = {
      look_up: tilted(from, at, drawnTiltDegrees),
      nod: tilted(from, at, -drawnTiltDegrees),
      open_mouth: openMouthed(from, at, drawnMouthShare),
    } satisfies Partial<Record<(typeof livenessChallenges)[number], GreyPicture>>;
    for (const challenge of ['look_up', 'nod', 'open_mouth'] as const) {
      const face = await bench.observe(await encodeGrey(drawn[challenge]));
      frames.push({ person, neutral, face, shows: [challenge], also: [] });
    }
  }
  return frames;
}
