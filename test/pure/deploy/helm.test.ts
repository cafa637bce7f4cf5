import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { processEnvironment } from '../../../shared/config/process-environment';
import { apiSettingsSchema, workerSettingsSchema } from '../../../shared/config/settings';
import { workerQueues } from '../../../shared/temporal/worker-queues';

/** What the chart gives the processes, held to what they take; that it renders is for Helm (deploy/SCALING.md). */
const chart = 'deploy/helm/verifa';
const settings = z.record(z.string(), z.string());
const values = z
  .object({
    settings,
    apiSettings: settings,
    workerSettings: settings,
    workers: z.record(z.string(), z.object({ settings })),
  })
  .parse(parse(readFileSync(join(chart, 'values.yaml'), 'utf8')));
const needed = { DATABASE_URL: 'postgres://u:p@db/verifa', VERIFA_CACHE_DIR: '/models' };

test('each queue has workers of its own, and nothing else has', () => {
  expect(Object.keys(values.workers).sort()).toEqual([...workerQueues].sort());
});

test('the settings of each worker are ones that it takes', () => {
  for (const [queue, own] of Object.entries(values.workers)) {
    const given = { ...values.settings, ...values.workerSettings, ...own.settings };
    expect(Object.keys(given).filter((name) => !(name in workerSettingsSchema.shape))).toEqual([]);
    const environment = processEnvironment({ ...needed, ...given, WORKER_QUEUES: queue });
    expect(workerSettingsSchema.parse(environment).WORKER_QUEUES).toEqual(new Set([queue]));
  }
});

test('every setting that a template names is one of a process', () => {
  const ofJobs = ['TEMPORAL_RETENTION_DAYS', 'MASTER_KEYS_CREATE', 'FIRST_ORGANIZATION'];
  const known = { ...apiSettingsSchema.shape, ...workerSettingsSchema.shape };
  const named = readdirSync(join(chart, 'templates')).flatMap((file) =>
    [
      ...readFileSync(join(chart, 'templates', file), 'utf8').matchAll(
        /"([A-Z]\w*_[A-Z_]+|PORT)"/g,
      ),
    ].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in known) && !ofJobs.includes(name))).toEqual([]);
});

test('the rules of the chart are those of deploy/monitoring', () => {
  expect(readFileSync(join(chart, 'monitoring/alerts.yml'), 'utf8')).toBe(
    readFileSync('deploy/monitoring/alerts.yml', 'utf8'),
  );
});
