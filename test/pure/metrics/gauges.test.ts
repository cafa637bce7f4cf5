import { createLook, type Reading } from '../../../shared/metrics/gauge-source';
import { createMetrics } from '../../../shared/metrics/metrics';

const pending = (value: number): readonly Reading[] => [
  { name: 'verifa_erasures_pending', labels: {}, value },
];
const waiting = (value: number): readonly Reading[] => [
  { name: 'verifa_check_pool_waiting', labels: {}, value },
];

function linesOf(text: string, name: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('gauges that are read when they are asked for', () => {
  test('one that fails is absent and counted, never 0, and those beside it are there', async () => {
    const metrics = createMetrics('worker');
    metrics.add({
      name: 'erasures',
      gauges: ['verifa_erasures_pending'],
      keepMs: 0,
      read: () => Promise.reject(new Error('LISELOTTE is not to be told')),
    });
    metrics.add({
      name: 'check_pool',
      gauges: ['verifa_check_pool_waiting'],
      keepMs: 0,
      read: () => Promise.resolve(waiting(3)),
    });
    const text = await metrics.text();
    expect(linesOf(text, 'verifa_erasures_pending')).toEqual([]);
    expect(linesOf(text, 'verifa_check_pool_waiting')).toEqual(['verifa_check_pool_waiting 3']);
    expect(text).toContain('verifa_metrics_failures_total{source="erasures"} 1');
    expect(text).not.toContain('LISELOTTE');
  });

  test('one that failed after it had a value loses that value; a label that is gone goes too', async () => {
    const metrics = createMetrics('worker');
    const answers: (readonly Reading[] | null)[] = [
      [
        { name: 'verifa_watchlist_age_seconds', labels: { source: 'eu' }, value: 5 },
        { name: 'verifa_watchlist_age_seconds', labels: { source: 'un' }, value: 6 },
      ],
      [{ name: 'verifa_watchlist_age_seconds', labels: { source: 'un' }, value: 7 }],
      null,
    ];
    metrics.add({
      name: 'watchlists',
      gauges: ['verifa_watchlist_age_seconds'],
      keepMs: 0,
      read: () => {
        const answer = answers.shift() ?? null;
        return answer === null ? Promise.reject(new Error('down')) : Promise.resolve(answer);
      },
    });
    const seen = async (): Promise<readonly string[]> =>
      linesOf(await metrics.text(), 'verifa_watchlist_age_seconds');
    expect(await seen()).toHaveLength(2);
    expect(await seen()).toEqual(['verifa_watchlist_age_seconds{source="un"} 7']);
    expect(await seen()).toEqual([]);
  });

  test('a gauge that nobody has read yet has no series', async () => {
    const text = await createMetrics('worker').text();
    expect(linesOf(text, 'verifa_erasures_pending')).toEqual([]);
  });

  test('two sources of one gauge stand beside each other', async () => {
    const metrics = createMetrics('api');
    for (const [disk, value] of [['objects', 1] as const, ['temporary', 2] as const]) {
      metrics.add({
        name: `disk_${disk}`,
        gauges: ['verifa_disk_free_bytes'],
        keepMs: 0,
        read: () => Promise.resolve([{ name: 'verifa_disk_free_bytes', labels: { disk }, value }]),
      });
    }
    expect(linesOf(await metrics.text(), 'verifa_disk_free_bytes')).toHaveLength(2);
  });

  test('a counter without labels and one with a listed label begin at 0, so that their first count is an increase', async () => {
    const text = await createMetrics('worker').text();
    expect(text).toContain('verifa_alerts_total 0');
    expect(text).toContain('verifa_check_process_deaths_total{reason="crashed"} 0');
  });

  test('text of another registry that fails is absent and counted', async () => {
    const metrics = createMetrics('worker');
    metrics.append('temporal_sdk', () => Promise.reject(new Error('away')));
    metrics.append('other', () => Promise.resolve('temporal_request_total 4\n'));
    const text = await metrics.text();
    expect(text).toContain('verifa_metrics_failures_total{source="temporal_sdk"} 1');
    expect(text).toContain('temporal_request_total 4\n');
  });
});

describe('how often a source is read', () => {
  const rules = { withinMs: 60_000, onFailure: () => undefined };

  test('scrapes at once, and those of the next seconds, cost one read', async () => {
    let [reads, now] = [0, 0];
    const read = (): Promise<readonly Reading[]> => Promise.resolve(pending((reads += 1)));
    const source = {
      name: 'x',
      gauges: ['verifa_erasures_pending'] as const,
      keepMs: 10_000,
      read,
    };
    const look = createLook(source, { ...rules, nowMs: () => now });
    await Promise.all([look(), look(), look()]);
    now = 9_999;
    await look();
    expect(reads).toBe(1);
    now = 10_000;
    expect(await look()).toEqual(pending(2));
  });

  test('a failure is kept as long: what is down is not asked by each scrape', async () => {
    let [reads, failures, now] = [0, 0, 0];
    const read = (): Promise<readonly Reading[]> => {
      reads += 1;
      return Promise.reject(new Error('down'));
    };
    const source = {
      name: 'x',
      gauges: ['verifa_erasures_pending'] as const,
      keepMs: 10_000,
      read,
    };
    const onFailure = (): void => void (failures += 1);
    const look = createLook(source, { ...rules, onFailure, nowMs: () => now });
    expect([await look(), await look()]).toEqual([null, null]);
    expect({ reads, failures }).toEqual({ reads: 1, failures: 1 });
    now = 10_000;
    await look();
    expect(reads).toBe(2);
  });

  test('one that hangs holds up no scrape and is asked once; what it says in the end is the next one’s', async () => {
    let reads = 0;
    let answer: (readings: readonly Reading[]) => void = () => undefined;
    const read = (): Promise<readonly Reading[]> => {
      reads += 1;
      return new Promise((resolve) => (answer = resolve));
    };
    const source = {
      name: 'x',
      gauges: ['verifa_erasures_pending'] as const,
      keepMs: 10_000,
      read,
    };
    const look = createLook(source, { ...rules, withinMs: 1, nowMs: () => 0 });
    expect(await look()).toBeNull();
    expect(await look()).toBeNull();
    answer(pending(4));
    expect(await look()).toEqual(pending(4));
    expect(reads).toBe(1);
  });
});
