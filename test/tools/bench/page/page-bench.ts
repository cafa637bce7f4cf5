import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { readBuiltPages, type BuiltPages } from '../../../../services/api/pages/built-pages';
import { call, text } from '../../../processes/api-caller';
import { launchBrowser } from '../../../stack/browser';
import { startBenchStack, type BenchStack } from '../bench-stack';
import { median } from '../measure';
import { measureFirstView, type FirstView } from './first-view';
import { measureFlow, type Flow, type Say } from './flow-by-files';
import { goalLines, type Goal } from './goals';
import { measureJudge, type BuiltJudge, type JudgeTime } from './judge-time';
import { drawPagePictures, type PagePictures } from './pictures';
import { cpuSlowdown, network } from './slow-phone';

const flows = 3;
const slowPhone = `CPU ×${String(cpuSlowdown)}`;

/** `npm run bench -- page`: the person's page in Chromium, on a slow phone, beside the goals of the design. */
export async function benchPage(): Promise<void> {
  const pages = await readBuiltPages(join(__dirname, '../../../../console'));
  if (pages === null) throw new Error('the pages have not been built: run `npm run build`');
  const pictures = await drawPagePictures();
  const stack = await startBenchStack();
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const newLink = (): Promise<string> => createLink(stack);
    const first = await measureFirstView(browser, newLink);
    const walked: Flow[] = [];
    for (let walk = 0; walk < flows; walk += 1) {
      walked.push(await measureFlow(browser, await newLink(), pictures.files, wordsOf(pages)));
    }
    const judges = await measureJudges(browser, await newLink(), pictures, pages);
    for (const line of goalLines([
      ...goalsOfFirstView(first),
      ...goalsOfFlow(walked),
      judgeGoal('document judge, CPU a frame', 25, judges.document),
      judgeGoal('face judge, CPU a frame', 120, judges.face),
    ])) {
      console.log(line);
    }
  } finally {
    await browser?.close();
    await stack.stop();
  }
}

async function createLink({ apiUrl, key, workflowId }: BenchStack): Promise<string> {
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, {
    key,
    json: { workflow_id: workflowId },
  });
  return text(created.body, 'capture_url');
}

/** The page's own words, so that no wording breaks the measurement. */
function wordsOf({ capture, assets }: BuiltPages): Say {
  const asset = assets.get(capture.languages[0].texts);
  const texts = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(asset?.plain.toString('utf8') ?? 'null'));
  return (key) => z.string().parse(texts[key]);
}

async function measureJudges(
  browser: Browser,
  link: string,
  { frames }: PagePictures,
  { capture: { judgeWorker, faceWeights } }: BuiltPages,
): Promise<{ document: JudgeTime; face: JudgeTime }> {
  if (judgeWorker === null || faceWeights === null) throw new Error('no judge has been built');
  const built: BuiltJudge = {
    worker: `/assets/${judgeWorker}`,
    weights: {
      detector: `/assets/${faceWeights.detector}`,
      points: `/assets/${faceWeights.points}`,
    },
  };
  return {
    document: await measureJudge(browser, link, 'document', frames.document, built),
    face: await measureJudge(browser, link, 'face', frames.face, built),
  };
}

function goalsOfFirstView(view: FirstView): readonly Goal[] {
  const { largestPaintMs, plainPaintMs, requests } = view;
  const seconds = (ms: number): string => (ms / 1_000).toFixed(2);
  const largest = median(largestPaintMs);
  const plain = median(plainPaintMs);
  const where = `${String(network.megabitsPerSecond)} Mbit/s, ${String(network.latencyMs)} ms, ${slowPhone}`;
  return [
    {
      name: `LCP at ${where}`,
      unit: 's',
      atMost: 2,
      measured: largest / 1_000,
      note: `median of ${String(largestPaintMs.length)} loads with an empty cache (${seconds(Math.min(...largestPaintMs))} to ${seconds(Math.max(...largestPaintMs))}); one plain sentence beside it ${seconds(plain)} s, ratio ${(largest / plain).toFixed(2)}`,
    },
    {
      name: 'CLS of the first view',
      unit: 'shift',
      atMost: 0.05,
      measured: view.shift,
      note: 'median of the same loads',
    },
    {
      name: 'bytes of the first view',
      unit: 'KB',
      atMost: 35,
      measured: view.bodyBytes / 1_024,
      note: `bodies; ${(view.withHeadersBytes / 1_024).toFixed(1)} KB with headers`,
    },
    {
      name: 'requests of the first view',
      unit: 'requests',
      atMost: 6,
      measured: requests.length,
      note: requests.map(shortName).join(', '),
    },
  ];
}

/** Without the secret of the link. */
function shortName(url: string): string {
  const { pathname } = new URL(url);
  return pathname.replace(/^\/assets\//, '').replace(/^\/verify\/[^/]+/, '/verify/…');
}

function goalsOfFlow(walked: readonly Flow[]): readonly Goal[] {
  const delays = walked.flatMap(({ nextPaintMs }) => (nextPaintMs === null ? [] : [nextPaintMs]));
  const interactions = walked.map((flow) => flow.interactions);
  return [
    {
      name: `INP of the flow by files, ${slowPhone}`,
      unit: 'ms',
      atMost: 200,
      measured: delays.length < walked.length ? null : median(delays),
      note: `median of ${String(walked.length)} flows (${delays.join(', ')}) of ${String(median(interactions))} interactions`,
    },
    {
      name: 'CLS of the flow by files',
      unit: 'shift',
      atMost: 0.05,
      measured: Math.max(...walked.map(({ shift }) => shift)),
      note: `worst of ${String(walked.length)} flows`,
    },
  ];
}

function judgeGoal(name: string, atMost: number, { cpuMs, wallMs, hint }: JudgeTime): Goal {
  const wall = `${wallMs.toFixed(1)} ms from frame to answer`;
  return {
    name,
    unit: 'ms',
    atMost,
    measured: cpuMs,
    note: `${cpuMs === null ? 'only Linux tells the CPU of one thread; ' : ''}the Worker's own thread, of a frame that is "${hint}"; ${wall}`,
  };
}
