import type { CaptureManifest } from '../../../shared/page/manifest';

/** Bytes as they travel. */
export interface Weighed {
  /** HTML, script, styles and one language: what is there before the person can begin. */
  readonly firstView: number;
  /** The nets that look for a face, loaded while the person reads. */
  readonly faceWeights: number;
  /** All that one person's browser ever loads. */
  readonly wholeFlow: number;
  /** What an integrator's page loads. */
  readonly embed: number;
  /** HTML, script, styles and one language of the console, without a screen. */
  readonly consoleFirstView: number;
  /** The heaviest that the console loads later for one screen: that of the graph. */
  readonly consoleLater: number;
}

const kilobyte = 1_024;

/** `10-screens.md` §6. */
const allowed: Weighed = {
  firstView: 35 * kilobyte,
  faceWeights: 220 * kilobyte,
  wholeFlow: 300 * kilobyte,
  embed: 3 * kilobyte,
  consoleFirstView: 220 * kilobyte,
  consoleLater: 90 * kilobyte,
};

const names: Readonly<Record<keyof Weighed, string>> = {
  firstView: 'first view',
  faceWeights: 'face weights',
  wholeFlow: 'whole flow',
  embed: 'embed',
  consoleFirstView: "console's first view",
  consoleLater: "console's heaviest later part",
};

const parts = [
  'firstView',
  'faceWeights',
  'wholeFlow',
  'embed',
  'consoleFirstView',
  'consoleLater',
] as const;

/** HTML, theme and state, which the API makes, beside what the manifest names. */
const madeByApi = 3;
const allowedRequests = 6;

type FirstFiles = Pick<CaptureManifest, 'chunks' | 'styles'>;

/** HTTP/1.1 fetches six at once: a seventh waits for one of them to end. Null when there are no more. */
export function judgeRequests({ chunks, styles }: FirstFiles): string | null {
  // The script and the texts of one language.
  const requests = madeByApi + 2 + chunks.length + styles.length;
  if (requests <= allowedRequests) return null;
  return `The first view takes ${String(requests)} requests of ${String(allowedRequests)}: ${[...chunks, ...styles].join(', ')}.`;
}

/** What weighs too much, in one sentence with the figures; null when all is within its budget. */
export function judgeWeight(weighed: Weighed): string | null {
  const over = parts.filter((part) => weighed[part] > allowed[part]);
  if (over.length === 0) return null;
  return `The pages weigh too much: ${over.map((part) => figure(weighed, part)).join(', ')}.`;
}

export function figuresOf(weighed: Weighed): string {
  return `the pages: ${parts.map((part) => figure(weighed, part)).join(', ')}`;
}

function figure(weighed: Weighed, part: keyof Weighed): string {
  const shown = (bytes: number): string => (bytes / kilobyte).toFixed(1);
  return `${names[part]} ${shown(weighed[part])} of ${shown(allowed[part])} KB`;
}
