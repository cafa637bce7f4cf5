import { devices, type Browser, type Page } from 'playwright-core';
import { observeVitals } from './vitals';

export const cpuSlowdown = 4;
export const network = { megabitsPerSecond: 1.6, latencyMs: 150 } as const;

/** Longer than any screen takes on a loaded machine. */
const screenWithinMs = 60_000;

interface Slowness {
  readonly cpu: boolean;
  readonly network: boolean;
}

/** A phone with nothing in its cache, observed; slowed down before it opens anything. */
export async function openPhone(
  browser: Browser,
  slow: Slowness,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'en-GB' });
  context.setDefaultTimeout(screenWithinMs);
  await observeVitals(context);
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  if (slow.cpu) await debug.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  if (slow.network) {
    const bytesPerSecond = (network.megabitsPerSecond * 1_000_000) / 8;
    await debug.send('Network.enable');
    await debug.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  return { page, close: () => context.close() };
}
