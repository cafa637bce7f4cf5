import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { PoolLoad } from '../database/query-pool';
import { askParts, type HealthProbes } from '../health/probe';
import type { GaugeSource } from './gauge-source';
import type { disks } from './label-values';
import type { Metrics } from './metrics';

const probesKeptMs = 5_000;
const disksKeptMs = 30_000;

/** The parts that `/health` asks, asked at most every few seconds. */
function partsSource(probes: HealthProbes): GaugeSource {
  return {
    name: 'parts',
    gauges: ['verifa_part_up'],
    keepMs: probesKeptMs,
    async read() {
      const { postgres, temporal, object_store: objects } = await askParts(probes);
      const up = (state: 'ok' | 'down'): number => (state === 'ok' ? 1 : 0);
      const name = 'verifa_part_up';
      return [
        { name, labels: { part: 'postgres' }, value: up(postgres) },
        { name, labels: { part: 'temporal' }, value: up(temporal) },
        { name, labels: { part: 'object_store' }, value: up(objects) },
      ];
    },
  };
}

function poolSource(load: () => PoolLoad): GaugeSource {
  return {
    name: 'pg_pool',
    gauges: ['verifa_pg_pool_connections', 'verifa_pg_pool_waiting'],
    keepMs: 0,
    read: () => {
      const { open, idle, waiting } = load();
      const name = 'verifa_pg_pool_connections';
      return Promise.resolve([
        { name, labels: { state: 'idle' }, value: idle },
        { name, labels: { state: 'busy' }, value: open - idle },
        { name: 'verifa_pg_pool_waiting', labels: {}, value: waiting },
      ]);
    },
  };
}

/** One disk; a source of its own, since a folder that is away says nothing of another. */
function diskSource(disk: (typeof disks)[number], folder: string): GaugeSource {
  return {
    name: `disk_${disk}`,
    gauges: ['verifa_disk_free_bytes', 'verifa_disk_size_bytes'],
    keepMs: disksKeptMs,
    async read() {
      const { bavail, blocks, bsize } = await statfs(folder);
      return [
        { name: 'verifa_disk_free_bytes', labels: { disk }, value: bavail * bsize },
        { name: 'verifa_disk_size_bytes', labels: { disk }, value: blocks * bsize },
      ];
    },
  };
}

interface ProcessParts {
  readonly probes: HealthProbes;
  readonly load: () => PoolLoad;
  /** Undefined where documents go to S3. */
  readonly objectDir: string | undefined;
}

/** What every process of ours shows of itself. */
export function addProcessGauges(
  metrics: Pick<Metrics, 'add'>,
  { probes, load, objectDir }: ProcessParts,
): void {
  metrics.add(partsSource(probes));
  metrics.add(poolSource(load));
  metrics.add(diskSource('temporary', tmpdir()));
  if (objectDir !== undefined) metrics.add(diskSource('objects', objectDir));
}
