import {
  framesPerChallenge,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import { extent, isNeutral } from '../judge/challenge/seen';
import type { FaceMeasures } from '../judge/challenge/measure-face';
import type { FaceHint } from '../judge/face/face-look';
import { framesAcross, framesAround, type RatedFrame } from './best-frames';
import type { Sample, TakenFrame } from './sample';

/** All frames of one liveness step. */
export interface PerformedSet<Picture = Blob> {
  readonly neutral: TakenFrame<Picture>;
  /** In the challenges' order. */
  readonly challenges: readonly (readonly TakenFrame<Picture>[])[];
}

interface Neutral<Picture> {
  readonly frame: TakenFrame<Picture>;
  /** Null where the device did not watch: then nothing can be measured against it. */
  readonly measures: FaceMeasures | null;
}

/** How far the person is; every function here makes the next one out of it. */
export interface Performing<Picture = Blob> {
  readonly challenges: readonly LivenessChallenge[];
  readonly neutral: Neutral<Picture> | null;
  /** Of the challenges that are done. */
  readonly done: readonly (readonly TakenFrame<Picture>[])[];
  /** Since when what is asked now is asked. */
  readonly askedAtMs: number;
  /** What was seen since. */
  readonly rated: readonly RatedFrame<Picture>[];
  readonly seenAtMs: number | null;
  readonly hint: FaceHint | null;
  readonly calm: readonly FaceMeasures[];
  /** The most open eyes seen so far. */
  readonly widestEyes: number;
}

/** Looks alike, one after the other, that make a neutral face. */
const calmLooks = 3;
/** A blink just begins, or is not quite over. */
const leastOfWidestEyes = 0.8;
/** To read what is asked before the frame is taken. */
const leastNeutralMs = 900;
/** After a movement is seen, its peak may still come. */
const peakMs = 450;
/** One look may err; a clear one or two do not. */
const clearly = 1.3;
/** More than can ever be of use; older ones go. */
const mostKept = 40;

export function beginPerforming<Picture>(
  challenges: readonly LivenessChallenge[],
  nowMs: number,
): Performing<Picture> {
  const opened = { askedAtMs: nowMs, rated: [], seenAtMs: null, hint: null, calm: [] };
  return { challenges, neutral: null, done: [], ...opened, widestEyes: 0 };
}

/** What is asked now; null when all is done. */
export function askedNow<Picture>(
  performing: Performing<Picture>,
): LivenessChallenge | 'neutral' | null {
  if (performing.neutral === null) return 'neutral';
  return performing.challenges[performing.done.length] ?? null;
}

/** One more frame. */
export function perform<Picture>(
  performing: Performing<Picture>,
  sample: Sample<Picture>,
): Performing<Picture> {
  const asked = askedNow(performing);
  if (asked === null) return performing;
  const hint = sample.look?.hint ?? null;
  if (asked === 'neutral') return waitForNeutral({ ...performing, hint }, sample);
  const measures = aloneIn(sample) ? (sample.look?.measures ?? null) : null;
  const from = performing.neutral?.measures ?? null;
  const extentNow = measures === null || from === null ? null : extent(asked, from, measures);
  const rated = [...performing.rated, { frame: sample.frame, extent: extentNow }].slice(-mostKept);
  const seenAtMs = performing.seenAtMs ?? (isSeen(rated) ? sample.frame.atMs : null);
  const watched = { ...performing, hint, rated, seenAtMs };
  const isOver = seenAtMs !== null && sample.frame.atMs - seenAtMs >= peakMs;
  return isOver ? close(watched, framesAround(rated), sample.frame.atMs) : watched;
}

/** The person says that it is done: what was seen is taken, whatever the device makes of it. */
export function sayDone<Picture>(
  performing: Performing<Picture>,
  nowMs: number,
): Performing<Picture> {
  const { rated } = performing;
  if (performing.neutral === null) {
    const last = rated.at(-1);
    if (last === undefined) return performing;
    return open({ ...performing, neutral: { frame: last.frame, measures: null } }, nowMs);
  }
  if (rated.length < framesPerChallenge.least) return performing;
  const wasWatched = rated.some(({ extent: shown }) => shown !== null);
  const frames = wasWatched ? framesAround(rated) : framesAcross(rated.map(({ frame }) => frame));
  return close(performing, frames, nowMs);
}

/** The same is asked again from now on. */
export function askAgain<Picture>(
  performing: Performing<Picture>,
  nowMs: number,
): Performing<Picture> {
  return open(performing, nowMs);
}

/** Null as long as something is asked. */
export function performedSet<Picture>({
  challenges,
  neutral,
  done,
}: Performing<Picture>): PerformedSet<Picture> | null {
  if (neutral === null || done.length < challenges.length) return null;
  return { neutral: neutral.frame, challenges: done };
}

function waitForNeutral<Picture>(
  performing: Performing<Picture>,
  { frame, look }: Sample<Picture>,
): Performing<Picture> {
  const rated = [{ frame, extent: null }];
  const measures = look?.hint === 'good' ? look.measures : null;
  if (measures === null) return { ...performing, rated, calm: [] };
  const before = performing.calm.at(-1);
  const isCalm = before === undefined || isNeutral(before, measures);
  const calm = isCalm ? [...performing.calm, measures].slice(-calmLooks) : [measures];
  const widestEyes = Math.max(performing.widestEyes, measures.eyeDetail);
  const waiting = { ...performing, rated, calm, widestEyes };
  const isOpenEyed = measures.eyeDetail >= widestEyes * leastOfWidestEyes;
  const isRead = frame.atMs - performing.askedAtMs >= leastNeutralMs;
  if (calm.length < calmLooks || !isOpenEyed || !isRead || !isNeutral(measures, measures)) {
    return waiting;
  }
  return open({ ...waiting, neutral: { frame, measures } }, frame.atMs);
}

function isSeen<Picture>(rated: readonly RatedFrame<Picture>[]): boolean {
  const extents = rated.map(({ extent: shown }) => shown ?? 0);
  return extents.some((shown) => shown >= clearly) || extents.filter((one) => one >= 1).length >= 2;
}

function aloneIn<Picture>({ look }: Sample<Picture>): boolean {
  return look?.faces === 1;
}

function close<Picture>(
  performing: Performing<Picture>,
  frames: readonly TakenFrame<Picture>[],
  nowMs: number,
): Performing<Picture> {
  return open({ ...performing, done: [...performing.done, frames] }, nowMs);
}

function open<Picture>(performing: Performing<Picture>, nowMs: number): Performing<Picture> {
  return { ...performing, askedAtMs: nowMs, rated: [], seenAtMs: null, calm: [] };
}
