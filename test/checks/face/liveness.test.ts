import sharp from 'sharp';
import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import type { FaceEngine } from '../../../activities/checks/engines/face/face-engine';
import {
  createFrameObserver,
  type FrameObserver,
} from '../../../activities/checks/engines/face/liveness/frame-observer';
import type { Capture } from '../../../activities/checks/engines/face/liveness/judge-capture';
import { challengeRules } from '../../../activities/checks/engines/face/liveness/challenge-rules';
import { judgeLiveness } from '../../../activities/checks/engines/face/liveness/judge-liveness';
import type { ObservedFrame } from '../../../activities/checks/engines/face/liveness/observed-frame';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { livenessEvidence } from '../../../shared/domain/checks/liveness-evidence';
import type { LivenessChallenge } from '../../../shared/domain/checks/liveness-challenge';
import { livenessHues } from '../../../shared/domain/checks/liveness-colours';
import { orlFace } from '../../../services/local/specimen/orl-faces';
import { takenAgain } from '../../tools/accuracy/liveness/burst';
import { attack, motions, surfaces } from '../../tools/accuracy/liveness/drawn-attacks';
import { openMouthed, tilted } from '../../tools/accuracy/liveness/drawn-movements';
import { createPointFinder, type PointFinder } from '../../tools/accuracy/liveness/face-points';
import {
  decodeGrey,
  encodeGrey,
  type GreyPicture,
} from '../../tools/accuracy/liveness/grey-picture';
import { disguised, disguises, warps } from '../../tools/accuracy/liveness/warped-stills';
import { rememberedLooks } from '../../tools/accuracy/remembered-looks';
import { stackAddresses } from '../../stack/addresses';

let faces: FaceEngine;
/** Looks at every frame anew. */
let observer: FrameObserver;
/** Looks once at each: the sets of these tests differ by a frame or two. */
let lookingOnce: FrameObserver;
let points: PointFinder;
let orl: string;

beforeAll(async () => {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  const modelsDir = await ensureArtifact('face-models', artifacts);
  orl = await ensureArtifact('orl-faces', artifacts);
  faces = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  points = await createPointFinder(modelsDir);
  observer = await createFrameObserver({
    faces,
    modelsDir,
    expressionModelDir: await ensureArtifact('expression-model', artifacts),
    intraOpThreads: 1,
  });
  const looks = rememberedLooks<ObservedFrame>();
  lookingOnce = {
    ...observer,
    observe: (image) => looks([image], () => observer.observe(image)),
  };
});
afterAll(() => Promise.all([observer.dispose(), faces.dispose(), points.dispose()]));

/** One person of ORL who turns, smiles and closes their eyes. */
const person = 24;
const pictureOf = { neutral: 1, another: 2, smile: 5, blink: 8, turn_right: 3 } as const;
const asked = ['blink', 'smile', 'turn_right'] as const satisfies readonly LivenessChallenge[];

const picture = (name: keyof typeof pictureOf): Promise<Buffer> =>
  orlFace(orl, person, pictureOf[name]);

interface Given {
  readonly neutral?: Buffer;
  readonly selfie?: Buffer | null;
  readonly frames?: Partial<Record<LivenessChallenge, readonly Buffer[]>>;
  readonly capture?: Capture | null;
}

async function burst(image: Buffer): Promise<readonly Buffer[]> {
  return [image, await takenAgain(image)];
}

/** The genuine set, but for what is given instead. */
async function judged({ neutral, selfie, frames = {}, capture = null }: Given, by = lookingOnce) {
  const challenges = [];
  for (const challenge of asked) {
    const shown = frames[challenge] ?? (await burst(await picture(challenge)));
    challenges.push({ challenge, frames: shown });
  }
  const { outcome } = await judgeLiveness(by, {
    neutral: neutral ?? (await picture('neutral')),
    challenges,
    selfie: selfie === undefined ? await picture('another') : selfie,
    capture,
  });
  return outcome;
}

const codes = (outcome: { reasons: readonly string[] }): readonly string[] =>
  outcome.reasons.filter((reason) => reason !== 'passive_suspicious');

it('three challenges performed by one person, who is the one on the selfie: passed', async () => {
  const outcome = await judged({});
  expect(outcome).toMatchObject({ check: 'liveness', status: 'passed' });
  // Without times and colours it is the weakest word for somebody.
  expect(outcome.score).toBeCloseTo(0.8);
  expect(codes(outcome)).toEqual([]);
});

it('says of each frame what was measured, and whether it shows what was asked', async () => {
  const challenges = [];
  for (const challenge of asked) {
    challenges.push({ challenge, frames: await burst(await picture(challenge)) });
  }
  const { evidence } = await judgeLiveness(lookingOnce, {
    neutral: await picture('neutral'),
    challenges,
    selfie: null,
    capture: null,
  });
  const { frames } = livenessEvidence.parse(evidence);
  expect(frames.map(({ challenge, position }) => [challenge, position])).toEqual([
    [0, 0],
    ...asked.flatMap((_, index) => [0, 1].map((position) => [index + 1, position])),
  ]);
  expect(frames.map(({ shows }) => shows)).toEqual([null, ...asked.flatMap(() => [true, true])]);
  const smiling = frames.find(({ challenge }) => challenge === asked.indexOf('smile') + 1);
  expect(smiling?.smile).toBeGreaterThanOrEqual(challengeRules.smile.least);
});

it('times that a person can have taken raise the score; others are said by name', async () => {
  const timed = (challengesMs: readonly (readonly number[])[]): Capture => ({
    times: { neutralMs: 800, challengesMs, elapsedMs: 9_000 },
    shown: null,
  });
  const honest = await judged({
    capture: timed([
      [2_000, 2_300],
      [4_000, 4_400],
      [6_000, 6_500],
    ]),
  });
  expect(honest.score).toBeCloseTo(0.9);
  const made = await judged({
    capture: timed([
      [2_000, 2_300],
      [1_500, 1_900],
      [6_000, 6_500],
    ]),
  });
  expect(codes(made)).toEqual(['capture_times_impossible']);
  expect(made.score).toBeCloseTo(0.8);
});

it('a grey face under colours proves nothing either way', async () => {
  const capture: Capture = {
    times: {
      neutralMs: 800,
      challengesMs: [
        [2_000, 2_700],
        [4_000, 4_700],
        [6_000, 6_700],
      ],
      elapsedMs: 9_000,
    },
    shown: {
      colours: livenessHues.map((rgb) => ({ rgb, ms: 700 })),
      fromMs: 0,
    },
  };
  expect(codes(await judged({ capture }))).toEqual(['colours_unclear']);
});

it('one photograph warped to turn, however it is disguised, is the same photograph', async () => {
  const still = await decodeGrey(await picture('neutral'));
  const at = await points.find(await encodeGrey(still));
  if (at === null) throw new Error('no face to warp');
  const [warp] = warps.filter(({ name }) => name === 'turn_right by head 18');
  if (warp === undefined) throw new Error('no such warp');
  const neutral = await picture('neutral');
  for (const disguise of disguises) {
    const turned = await disguised(warp.draw(still, at), disguise, () => 0.5);
    const { outcome } = await judgeLiveness(lookingOnce, {
      neutral,
      challenges: [{ challenge: 'turn_right', frames: await burst(turned) }],
      selfie: null,
      capture: null,
    });
    expect([disguise, codes(outcome)]).toEqual([disguise, ['same_photograph']]);
  }
});

it('judges the same frames the same', async () => {
  expect(await judged({}, observer)).toEqual(await judged({}, observer));
});

it('the right movements in the wrong order: each challenge is not performed', async () => {
  const outcome = await judged({
    frames: {
      blink: await burst(await picture('smile')),
      smile: await burst(await picture('turn_right')),
      turn_right: await burst(await picture('blink')),
    },
  });
  expect(outcome).toMatchObject({ status: 'failed', score: 0 });
  expect(codes(outcome)).toEqual([
    'blink_not_performed',
    'smile_not_performed',
    'turn_right_not_performed',
  ]);
});

it('one still photograph sent again and again: the frames repeat, and nothing is performed', async () => {
  const still = await picture('neutral');
  const twice = [still, still];
  const outcome = await judged({ frames: { blink: twice, smile: twice, turn_right: twice } });
  expect(outcome).toMatchObject({ status: 'failed', score: 0 });
  expect(codes(outcome)).toContain('frames_repeated');
});

it('two frames of the same pixels are found, though their files differ', async () => {
  const neutral = await sharp(await picture('neutral'))
    .png()
    .toBuffer();
  const smile = [
    await picture('smile'),
    await sharp(neutral).png({ compressionLevel: 1 }).toBuffer(),
  ];
  expect(codes(await judged({ neutral, frames: { smile } }))).toEqual(['frames_repeated']);
});

it("another person's frames for one challenge: the face changed", async () => {
  const smile = await burst(await orlFace(orl, 33, 5));
  const outcome = await judged({ frames: { smile } });
  expect(outcome.status).toBe('failed');
  expect(codes(outcome)).toContain('face_changed');
});

it("another person's selfie: alive, but not the one", async () => {
  const outcome = await judged({ selfie: await orlFace(orl, 12, 1) });
  expect(outcome.status).toBe('failed');
  expect(codes(outcome)).toEqual(['face_differs_from_selfie']);
});

it('a workflow without selfie compares the frames with each other only', async () => {
  expect(await judged({ selfie: null })).toMatchObject({ status: 'passed' });
});

it('no face to begin with, or none in a challenge: said by name', async () => {
  const wall = await sharp({ create: { width: 552, height: 672, channels: 3, background: '#99a' } })
    .jpeg()
    .toBuffer();
  expect(codes(await judged({ neutral: wall }))).toContain('no_face_in_neutral_frame');
  const blink = [wall, await takenAgain(wall)];
  expect(codes(await judged({ frames: { blink } }))).toEqual([
    'no_face_in_challenge',
    'blink_not_performed',
  ]);
});

it('somebody else beside the person is seen', async () => {
  const [one, two] = [await picture('smile'), await orlFace(orl, 12, 1)];
  const both = await sharp({
    create: { width: 1104, height: 672, channels: 3, background: '#888' },
  })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: two, left: 552, top: 0 },
    ])
    .jpeg()
    .toBuffer();
  const smile = [one, both];
  expect(codes(await judged({ frames: { smile } }))).toContain('several_faces');
});

it('left is not right: the mirrored turn is another challenge', async () => {
  const mirrored = await sharp(await picture('turn_right'))
    .flop()
    .jpeg()
    .toBuffer();
  const outcome = await judged({ frames: { turn_right: await burst(mirrored) } });
  expect(codes(outcome)).toEqual(['turn_right_not_performed']);
});

describe('movements drawn into a neutral picture', () => {
  async function drawn(
    challenge: LivenessChallenge,
    draw: (
      from: GreyPicture,
      at: NonNullable<Awaited<ReturnType<PointFinder['find']>>>,
    ) => GreyPicture,
  ) {
    const neutral = await orlFace(orl, 29, 7);
    const from = await decodeGrey(neutral);
    const at = await points.find(await encodeGrey(from));
    if (at === null) throw new Error('no face to draw in');
    const moved = await encodeGrey(draw(from, at));
    const { outcome } = await judgeLiveness(lookingOnce, {
      neutral,
      challenges: [{ challenge, frames: await burst(moved) }],
      selfie: null,
      capture: null,
    });
    return codes(outcome);
  }

  it.each([
    ['look_up', 20],
    ['nod', -20],
  ] as const)(
    '%s: the head tilted by %i°, seen, and seen to be drawn',
    async (challenge, degrees) => {
      const codesOf = await drawn(challenge, (from, at) => tilted(from, at, degrees));
      expect(codesOf).toEqual(['same_photograph']);
      expect(await drawn(challenge, (from, at) => tilted(from, at, -degrees))).toEqual([
        `${challenge}_not_performed`,
      ]);
    },
  );

  it('open_mouth: the lips apart, and not when they stay closed', async () => {
    expect(await drawn('open_mouth', (from, at) => openMouthed(from, at, 0.5))).toEqual([]);
    expect(await drawn('open_mouth', (from, at) => openMouthed(from, at, 0.05))).toEqual([
      'open_mouth_not_performed',
    ]);
  });
});

describe.each(surfaces)('one photograph held up as a %s', (surface) => {
  it('performs no blink and no smile, however it is moved', async () => {
    const still = await decodeGrey(await picture('neutral'));
    const shown: Buffer[] = [];
    for (const motion of motions) shown.push(await encodeGrey(attack(still, surface, motion)));
    const [neutral, ...frames] = shown;
    const outcome = await judged({
      ...(neutral ? { neutral } : {}),
      frames: { blink: frames, smile: frames },
    });
    expect(codes(outcome)).toEqual(
      expect.arrayContaining(['blink_not_performed', 'smile_not_performed']),
    );
  });
});
