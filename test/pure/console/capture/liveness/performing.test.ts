import fc from 'fast-check';
import { measureFace } from '../../../../../services/console/capture/judge/challenge/measure-face';
import type { FaceLook } from '../../../../../services/console/capture/judge/face/face-look';
import { livenessParts } from '../../../../../services/console/capture/liveness/parts';
import {
  askAgain,
  askedNow,
  beginPerforming,
  perform,
  performedSet,
  sayDone,
  type Performing,
} from '../../../../../services/console/capture/liveness/performing';
import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import { livenessTimingSchema } from '../../../../../shared/domain/checks/liveness-timing';
import { drawnFace, type Pose } from '../judge/drawn-face';

type Shown = Pose & { readonly eyeDetail?: number; readonly faces?: number };

function look({ eyeDetail = 0.06, faces = 1, ...pose }: Shown): FaceLook {
  const points = drawnFace(pose);
  const hint = faces === 1 ? 'good' : 'several_faces';
  return { hint, faces, points, measures: measureFace(points, eyeDetail) };
}

const asked = ['smile', 'turn_left', 'blink'] as const satisfies readonly LivenessChallenge[];
const everyMs = 150;

/** One frame after the other, each named by its number; what they show repeats to their end. */
function play(from: Performing<string>, shown: readonly (Shown | null)[], startMs: number) {
  return shown.reduce((performing, one, index) => {
    const atMs = startMs + index * everyMs;
    const frame = { atMs, picture: `frame at ${String(atMs)}` };
    return perform(performing, { frame, look: one === null ? null : look(one) });
  }, from);
}

const still: Shown = {};
const begun = beginPerforming<string>(asked, 0);
const calm = play(
  begun,
  Array.from({ length: 8 }, () => still),
  0,
);
const smile = { mouthHalfWidth: 0.48 };
const turn = { noseX: 0.2 };

it('a calm face in its place is the neutral one, and the first challenge is asked', () => {
  expect(askedNow(begun)).toBe('neutral');
  expect(askedNow(calm)).toBe('smile');
  expect(calm.neutral?.frame.atMs).toBe(900);
});

it.each<[string, readonly (Shown | null)[]]>([
  ['a mouth that is open', Array.from({ length: 20 }, () => ({ lipsApart: 0.3 }))],
  ['a head that moves', Array.from({ length: 20 }, (_, at) => ({ noseX: at % 2 === 0 ? 0 : 0.1 }))],
  ['two faces', Array.from({ length: 20 }, () => ({ faces: 2 }))],
  ['nothing that anybody looks at', Array.from({ length: 20 }, () => null)],
  [
    'eyes that were open and are closed now',
    [{}, ...Array.from({ length: 20 }, () => ({ eyeDetail: 0.02 }))],
  ],
])('%s is not neutral, however long it lasts', (_, shown) => {
  expect(askedNow(play(begun, shown, 0))).toBe('neutral');
});

it('each challenge goes on when it is seen, with the frames around its extreme, in order', () => {
  const path = [0.4, 0.41, 0.43, 0.46, 0.5, 0.47, 0.44, 0.41, 0.4, 0.4, 0.4];
  const smiled = play(
    calm,
    path.map((mouthHalfWidth) => ({ mouthHalfWidth })),
    2_000,
  );
  expect(askedNow(smiled)).toBe('turn_left');
  const [frames] = smiled.done;
  expect(frames?.map(({ atMs }) => atMs)).toEqual([2_300, 2_450, 2_600, 2_750, 2_900]);
});

it('one look that errs a little is no performance', () => {
  const once = play(
    calm,
    [still, { mouthHalfWidth: 0.44 }, still, still, still, still, still],
    2_000,
  );
  expect(askedNow(once)).toBe('smile');
});

it('another movement than the one asked for changes nothing', () => {
  expect(
    askedNow(
      play(
        calm,
        Array.from({ length: 12 }, () => turn),
        2_000,
      ),
    ),
  ).toBe('smile');
});

it('frames with somebody else in them are not among those that are sent', () => {
  const shown = [still, smile, { ...smile, faces: 2 }, smile, smile, smile, still];
  const [frames] = play(calm, shown, 2_000).done;
  expect(frames?.map(({ atMs }) => atMs)).not.toContain(2_300);
});

/** Six frames of a movement are enough for each: what is seen closes it. */
function wholly(from: Performing<string>): Performing<string> {
  const shown = [smile, turn, { eyeDetail: 0.01 }];
  return shown.reduce(
    (performing, one, index) =>
      play(performing, [still, one, one, one, one, still], 2_000 + index * 2_000),
    from,
  );
}

it('three challenges performed are a set, whose times the server can read', () => {
  const performed = performedSet(wholly(calm));
  if (performed === null) throw new Error('not done');
  const sending = { nonce: 'n', coloursFromMs: 41.7, isTimed: true, framesEach: 5 };
  const parts = livenessParts(performed, sending);
  const timing: unknown = JSON.parse(parts.find(({ name }) => name === 'timing')?.value ?? '');
  const read = livenessTimingSchema.parse(timing);
  expect(read).toMatchObject({ neutral: 900, colours_from: 42 });
  const names = parts.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['nonce', 'timing', 'neutral']);
  for (const [index, times] of [read.challenge_1, read.challenge_2, read.challenge_3].entries()) {
    expect(names.filter((name) => name === `challenge_${String(index + 1)}`)).toHaveLength(
      times.length,
    );
    expect([...times].sort((one, other) => one - other)).toEqual(times);
  }
  const pictures = parts.slice(2).map(({ value }) => value);
  expect(new Set(pictures).size).toBe(pictures.length);
});

it('colours that were refused are in no timing, and frames of another nonce have none', () => {
  const performed = performedSet(wholly(calm));
  if (performed === null) throw new Error('not done');
  const sending = { nonce: 'n', coloursFromMs: null, isTimed: true, framesEach: 5 };
  const dark = livenessParts(performed, sending);
  expect(dark.find(({ name }) => name === 'timing')?.value).not.toContain('colours_from');
  const untimed = livenessParts(performed, { ...sending, isTimed: false });
  expect(untimed.map(({ name }) => name)).not.toContain('timing');
});

it('a slow connection gets fewer frames, and those around the extreme', () => {
  const performed = performedSet(wholly(calm));
  if (performed === null) throw new Error('not done');
  const sending = { nonce: 'n', coloursFromMs: null, isTimed: true, framesEach: 2 };
  const names = livenessParts(performed, sending).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('challenge'))).toHaveLength(6);
});

it('who says that it is done goes on, with or without a judge that watches', () => {
  const unseen = play(
    calm,
    Array.from({ length: 9 }, () => still),
    2_000,
  );
  expect(askedNow(sayDone(unseen, 4_000))).toBe('turn_left');
  const unwatched = play(begun, [null, null], 0);
  const first = sayDone(unwatched, 300);
  expect(askedNow(first)).toBe('smile');
  const nothingYet = sayDone(first, 400);
  expect(askedNow(nothingYet)).toBe('smile');
  const later = play(
    first,
    Array.from({ length: 30 }, () => null),
    400,
  );
  const [frames] = sayDone(later, 6_000).done;
  expect(frames).toHaveLength(5);
});

it('asked again, what was seen before counts no more', () => {
  const half = play(calm, [smile], 2_000);
  const again = askAgain(half, 9_000);
  expect(again).toMatchObject({ askedAtMs: 9_000, rated: [], seenAtMs: null });
});

it('whatever the camera shows: every challenge has 2 to 5 frames, times grow, and none is sent twice', () => {
  const anything = fc.record({
    mouthHalfWidth: fc.double({ min: 0.38, max: 0.55, noNaN: true }),
    noseX: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    lipsApart: fc.double({ min: 0, max: 0.5, noNaN: true }),
    eyeDetail: fc.double({ min: 0.005, max: 0.07, noNaN: true }),
    faces: fc.constantFrom(1, 1, 1, 2),
  });
  const frames = fc.array(fc.option(anything, { freq: 8 }), { minLength: 30, maxLength: 90 });
  fc.assert(
    fc.property(frames, (shown) => {
      const { neutral, done } = play(calm, shown, 2_000);
      const times = [
        neutral?.frame.atMs ?? 0,
        ...done.flatMap((all) => all.map((one) => one.atMs)),
      ];
      expect(done.every((all) => all.length >= 2 && all.length <= 5)).toBe(true);
      expect([...new Set(times)].sort((one, other) => one - other)).toEqual(times);
    }),
  );
});
