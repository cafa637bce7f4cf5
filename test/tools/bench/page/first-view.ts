import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { median } from '../measure';
import { openPhone } from './slow-phone';
import { cumulativeShift, readVitals } from './vitals';

const loads = 7;
/** Time for a late shift or a larger paint after the first screen stands there. */
const settleMs = 1_500;

export interface FirstView {
  readonly largestPaintMs: readonly number[];
  /** Of a page that is one sentence and nothing else, in turn with ours. */
  readonly plainPaintMs: readonly number[];
  readonly shift: number;
  /** Of what was asked for until the largest paint: bodies as they travelled. */
  readonly bodyBytes: number;
  readonly withHeadersBytes: number;
  readonly requests: readonly string[];
}

const travelled = z.array(
  z.object({ url: z.string(), startMs: z.number(), body: z.number(), all: z.number() }),
);

/** Opens links on a slow phone in a slow network, each with an empty cache. */
export async function measureFirstView(
  browser: Browser,
  newLink: () => Promise<string>,
): Promise<FirstView> {
  const plain = await startPlainPage();
  const largestPaintMs: number[] = [];
  const plainPaintMs: number[] = [];
  const shifts: number[] = [];
  let asked: z.output<typeof travelled> = [];
  try {
    for (let load = 0; load < loads; load += 1) {
      const ours = await openPhone(browser, { cpu: true, network: true });
      await ours.page.goto(await newLink());
      await ours.page.locator('button.primary').first().waitFor();
      await ours.page.waitForTimeout(settleMs);
      const seen = await readVitals(ours.page);
      largestPaintMs.push(seen.largestPaintMs);
      shifts.push(cumulativeShift(seen.shifts));
      asked = (await readTravelled(ours.page)).filter(
        ({ startMs }) => startMs < seen.largestPaintMs,
      );
      await ours.close();
      const other = await openPhone(browser, { cpu: true, network: true });
      await other.page.goto(plain.url);
      await other.page.waitForTimeout(settleMs);
      plainPaintMs.push((await readVitals(other.page)).largestPaintMs);
      await other.close();
    }
  } finally {
    plain.stop();
  }
  const sum = (of: (one: (typeof asked)[number]) => number): number =>
    asked.reduce((total, one) => total + of(one), 0);
  return {
    largestPaintMs,
    plainPaintMs,
    shift: median(shifts),
    bodyBytes: sum(({ body }) => body),
    withHeadersBytes: sum(({ all }) => all),
    requests: asked.map(({ url }) => url),
  };
}

async function readTravelled(page: Page): Promise<z.output<typeof travelled>> {
  return travelled.parse(
    await page.evaluate(() =>
      (['navigation', 'resource'] as const)
        .flatMap((type) => performance.getEntriesByType(type))
        .map((entry) => {
          const { name, startTime, encodedBodySize, transferSize } =
            entry as PerformanceResourceTiming;
          return { url: name, startMs: startTime, body: encodedBodySize, all: transferSize };
        })
        // The empty icon stands in the page itself.
        .filter(({ url }) => !url.startsWith('data:')),
    ),
  );
}

async function startPlainPage(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Plain</title><p>One sentence.',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
