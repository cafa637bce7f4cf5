import type { Metrics } from '../metrics/metrics';
import { askParts, type HealthProbes } from '../health/probe';
import type { AdminPages } from './admin-server';

const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** `/health` and `/metrics`, which every process has. */
export function commonPages(probes: HealthProbes, metrics: Metrics): AdminPages {
  return {
    '/health': async () => {
      const parts = await askParts(probes);
      const isWhole = Object.values(parts).every((state) => state === 'ok');
      return {
        status: isWhole ? 200 : 503,
        body: { json: { status: isWhole ? 'ok' : 'degraded', parts } },
      };
    },
    '/metrics': async () => ({
      status: 200,
      body: { type: metricsType, text: await metrics.text() },
    }),
  };
}
