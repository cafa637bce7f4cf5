import { createServer } from 'node:net';
import { Runtime, makeTelemetryFilterString } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';
import { temporalLog } from './temporal-log';

const readWithinMs = 3_000;
/** Attempts to find a port of our own for the SDK's metrics: between finding and binding it somebody may take it. */
const mostPorts = 5;

/**
 * The SDK's own log in this process's log; signals are the process's matter, not the SDK's. Its metrics it serves
 * itself, on a port of 127.0.0.1 that only this process asks; null without them.
 */
export async function installTemporalRuntime(
  log: Pino,
  options: { readonly withMetrics: boolean },
): Promise<SdkMetrics | null> {
  if (!options.withMetrics) {
    install(log, null);
    return null;
  }
  for (let tries = 1; ; tries += 1) {
    const bindAddress = `127.0.0.1:${String(await freeLoopbackPort())}`;
    try {
      install(log, bindAddress);
      return { text: () => readText(`http://${bindAddress}/metrics`) };
    } catch (cause) {
      if (tries === mostPorts) throw cause;
    }
  }
}

/** What the SDK counts: pollers, slots, latencies of tasks, requests (docs.temporal.io/references/sdk-metrics). */
export interface SdkMetrics {
  text(): Promise<string>;
}

async function readText(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(readWithinMs) });
  if (!answer.ok) throw new Error('the SDK does not answer');
  return answer.text();
}

function freeLoopbackPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function install(log: Pino, bindAddress: string | null): void {
  Runtime.install({
    shutdownSignals: [],
    logger: temporalLog(log.child({ part: 'temporal' })),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
      ...(bindAddress === null ? {} : { metrics: { prometheus: prometheusOn(bindAddress) } }),
    },
  });
}

/** Names and units as Prometheus wants them: `temporal_request_total`, `…_seconds`. */
function prometheusOn(bindAddress: string) {
  return {
    bindAddress,
    countersTotalSuffix: true,
    unitSuffix: true,
    useSecondsForDurations: true,
  };
}
