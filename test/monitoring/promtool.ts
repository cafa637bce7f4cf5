import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import { stackAddresses } from '../stack/addresses';

const run = promisify(execFile);
export const rulesFile = resolve(__dirname, '../../deploy/monitoring/alerts.yml');

/** Prometheus's own tool; what it finds wrong is the error's text. */
export async function promtool(args: readonly string[]): Promise<string> {
  const program = await ensureArtifact('promtool', {
    cacheDir: stackAddresses().VERIFA_CACHE_DIR,
    report: () => undefined,
    environment: process.env,
  });
  try {
    return (await run(program, [...args])).stdout;
  } catch (cause) {
    throw new Error(`${said(cause, 'stdout')}\n${said(cause, 'stderr')}`, { cause });
  }
}

function said(cause: unknown, stream: 'stdout' | 'stderr'): string {
  const text: unknown = cause instanceof Error ? Reflect.get(cause, stream) : undefined;
  return typeof text === 'string' ? text : '';
}

/** The names of all alerts, in the file's order. */
export async function alertNames(): Promise<readonly string[]> {
  const rules = await readFile(rulesFile, 'utf8');
  return [...rules.matchAll(/- alert: (\w+)/g)].flatMap(([, name]) => name ?? []);
}

export interface RuleTest {
  /** `series` and `values` as promtool writes them, one value a minute. */
  readonly inputSeries: readonly { readonly series: string; readonly values: string }[];
  /** Which alerts have fired at any time within the last so many minutes before the minute. */
  readonly fired: readonly {
    readonly atMinute: number;
    readonly withinMinutes: number;
    /** Only these are looked at. */
    readonly among: readonly string[];
    readonly are: readonly string[];
  }[];
}

/** Plays the rules over the series; throws with promtool's words where others fired. */
export async function playRules({ inputSeries, fired }: RuleTest): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-rules-'));
  const file = join(folder, 'test.yml');
  const test = {
    rule_files: [rulesFile],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: inputSeries,
        promql_expr_test: fired.map(({ atMinute, withinMinutes, among, are }) => ({
          expr: `max by (alertname) (max_over_time(ALERTS{alertstate="firing",alertname=~"${among.join('|')}"}[${String(withinMinutes)}m]))`,
          eval_time: `${String(atMinute)}m`,
          exp_samples: are.map((name) => ({ labels: `{alertname="${name}"}`, value: 1 })),
        })),
      },
    ],
  };
  try {
    await writeFile(file, stringify(test));
    await promtool(['test', 'rules', file]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
