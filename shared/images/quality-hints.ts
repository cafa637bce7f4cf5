import { glareShare } from './glare';
import { decodeRaster, type Raster } from './raster';
import { brightLevel } from './grey-picture';
import { sharpness } from './sharpness';

/** What a person can do better with the next picture. */
export interface QualityHints {
  readonly blur: boolean;
  readonly glare: boolean;
  readonly too_dark: boolean;
  readonly too_small: boolean;
  /** 0–1: the worst of the four, each scaled so that its limit lies at .5. */
  readonly score: number;
  /** Worth taking again. */
  readonly retake: boolean;
}

const judgedSidePx = 1200;
/** Read off the made-up documents: below it, machine-readable zones start to be misread. */
const minimumSharpness = 0.03;
const maximumGlareShare = 0.008;
/** Even white paper stays below this: the picture was taken in the dark. */
const minimumBrightLevel = 90;
const minimumLongSidePx = 900;

/** The small grey copy that pictures are judged by. */
export async function decodeJudged(bytes: Buffer, timeoutSeconds?: number): Promise<Raster> {
  return decodeRaster(bytes, {
    channels: 1,
    maxLongSidePx: judgedSidePx,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  });
}

/** Judges an inspected picture in well under half a second. */
export async function qualityHints(bytes: Buffer): Promise<QualityHints> {
  return hintsOf(await decodeJudged(bytes));
}

/** Judges a copy that `decodeJudged` made: a few milliseconds. */
export function hintsOf(grey: Raster): QualityHints {
  const bright = brightLevel(grey);
  const sharp = sharpness(grey, bright) ?? 0;
  const glare = glareShare(grey);
  const longSide = Math.max(grey.width, grey.height);
  const score = Math.min(
    scaled(sharp, minimumSharpness),
    glare === 0 ? 1 : scaled(maximumGlareShare / glare, 1),
    scaled(bright, minimumBrightLevel),
    scaled(longSide, minimumLongSidePx),
  );
  const hints = {
    blur: sharp < minimumSharpness,
    glare: glare > maximumGlareShare,
    too_dark: bright < minimumBrightLevel,
    too_small: longSide < minimumLongSidePx,
  };
  return { ...hints, score, retake: Object.values(hints).includes(true) };
}

function scaled(value: number, limit: number): number {
  return Math.min(1, value / (2 * limit));
}
