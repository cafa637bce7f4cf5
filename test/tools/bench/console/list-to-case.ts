import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { call, file, text } from '../../../processes/api-caller';
import { takeSignIn } from '../../../screens/console/console-browser';
import { launchBrowser } from '../../../stack/browser';
import type { BenchStack } from '../bench-stack';
import { passportPicture } from '../../../screens/console/drawn-pictures';

const cases = 30;
const goalMs = 300;
/** The queue's stream has answers asked for again once a second at most. */
const settledAfterMs = 1_500;
/** What a person looks at first: the facts, and a place for each picture. */
const facts = '.case-side .facts';
const pictures = '.case-pictures .thumbnails li';

/** From the press on a row until the case's facts and its pictures' places are painted, in a real console. */
export async function printListToCase(
  stack: BenchStack,
  secret: string,
  where: string,
): Promise<void> {
  await makeCases(stack);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await takeSignIn(context, stack.apiUrl, secret);
    const page = await context.newPage();
    const opened: number[] = [];
    const bare: number[] = [];
    const threadMs: number[] = [];
    const requests: number[] = [];
    const metrics = await context.newCDPSession(page);
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    const list = `${stack.apiUrl}/console/queue?sort=newest`;
    await page.goto(list);
    for (let nth = 0; nth < cases; nth += 1) {
      const link = page.locator('tbody tr a.row-link').nth(nth);
      await link.waitFor();
      const asked: string[] = [];
      let count = 0;
      const listener = (request: { url(): string; method(): string }): void => {
        const url = request.url();
        if (url.includes('/api/v1/') && !url.includes('stream')) count += 1;
        if (
          request.method() === 'GET' &&
          url.includes('/api/v1/') &&
          !/stream|documents\/[^/]/.test(url)
        ) {
          asked.push(url);
        }
      };
      page.on('request', listener);
      await watch(page);
      const beforeMs = await taskMs(metrics);
      // By keyboard and mouse in turn: both are a click to the page.
      if (nth % 2 === 0) await link.click();
      else await link.press('Enter');
      opened.push(await painted(page));
      threadMs.push((await taskMs(metrics)) - beforeMs);
      const shownBy = [...new Set(asked)];
      await page.waitForTimeout(settledAfterMs);
      page.off('request', listener);
      requests.push(count);
      bare.push(await fetchBare(page, shownBy));
      await page.goBack();
    }
    const [p50, p95] = [at(opened, 0.5), at(opened, 0.95)];
    const [bare50, bare95] = [at(bare, 0.5), at(bare, 0.95)];
    const verdict = p95 <= goalMs ? '' : '  MISSED';
    console.log(
      `list → case ${where}: p50 ${ms(p50)}, p95 ${ms(p95)} of ${String(cases)} cases (goal ${ms(goalMs)} p95)${verdict}; a bare page that fetches the same JSON: p50 ${ms(bare50)}, p95 ${ms(bare95)}; ratio of p50 ${(p50 / bare50).toFixed(1)}, of p95 ${(p95 / bare95).toFixed(1)}`,
    );
    console.log(
      `  CPU of the page's main thread until then: p50 ${ms(at(threadMs, 0.5))}, p95 ${ms(at(threadMs, 0.95))}; requests of a case until nothing more is asked, pictures among them: p50 ${String(at(requests, 0.5))}, p95 ${String(at(requests, 0.95))}`,
    );
  } finally {
    await browser.close();
  }
}

/** Cases with a passport and a selfie, the newest of the queue. */
async function makeCases({ apiUrl, key, workflowId }: BenchStack): Promise<void> {
  const sessions = `${apiUrl}/api/v1/sessions`;
  const picture = await passportPicture('MUSTERMAN');
  for (let made = 0; made < cases; made += 1) {
    const created = await call('POST', sessions, { key, json: { workflow_id: workflowId } });
    const id = text(created.body, 'id');
    for (const type of ['id_front', 'selfie']) {
      const form = file(picture, 'picture.jpg', { document_type: type });
      const uploaded = await call('POST', `${sessions}/${id}/documents`, { key, form });
      if (uploaded.status !== 201) throw new Error(`upload: ${JSON.stringify(uploaded.body)}`);
    }
    await call('POST', `${sessions}/${id}/submit`, { key, json: {} });
    while (
      text((await call('GET', `${sessions}/${id}`, { key })).body, 'status') !== 'under_review'
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Begins with the press, ends behind the first frame that shows both. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(
    ([wantedFacts, wantedPictures]) => {
      const told = new Promise<number>((resolve) => {
        document.addEventListener(
          'click',
          ({ timeStamp }) => {
            const look = (): void => {
              if (
                document.querySelector(wantedFacts) === null ||
                document.querySelector(wantedPictures) === null
              ) {
                requestAnimationFrame(look);
                return;
              }
              // A message that is sent within a frame arrives behind its paint.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - timeStamp);
              port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
      Object.assign(window, { benchPainted: told });
    },
    [facts, pictures] as const,
  );
}

/** What the page's main thread has worked so far. */
async function taskMs(metrics: CDPSession): Promise<number> {
  const told = await metrics.send('Performance.getMetrics');
  return (told.metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

async function painted(page: Page): Promise<number> {
  return z
    .number()
    .parse(await page.evaluate(() => Reflect.get(window, 'benchPainted') as unknown));
}

/** The same answers, asked side by side, read as JSON and shown as one text. */
async function fetchBare(page: Page, urls: readonly string[]): Promise<number> {
  return page.evaluate(async (all) => {
    const began = performance.now();
    const answers = await Promise.all(
      all.map(async (url) => {
        const response = await fetch(url, { headers: { 'X-Verifa-Console': '1' } });
        return (await response.json()) as unknown;
      }),
    );
    const shown = document.createElement('pre');
    shown.textContent = JSON.stringify(answers);
    document.body.append(shown);
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
    shown.remove();
    return performance.now() - began;
  }, urls);
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
