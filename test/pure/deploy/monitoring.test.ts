import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { withMetricsTable } from '../../../services/admin/documents/metrics-table';
import { definitionOf, metricNames, type MetricName } from '../../../shared/metrics/catalogue';
import { createMetrics } from '../../../shared/metrics/metrics';

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.object({ severity: z.enum(['page', 'ticket', 'info']) }),
          annotations: z.object({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.object({
  uid: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.object({ expr: z.string() })).min(1),
    }),
  ),
});

const page = readFileSync('deploy/MONITORING.md', 'utf8');
const alerts = rulesSchema
  .parse(parse(readFileSync('deploy/monitoring/alerts.yml', 'utf8')))
  .groups.flatMap(({ rules }) => rules);
const dashboards = ['sessions', 'operations'].map((name) =>
  dashboardSchema.parse(JSON.parse(readFileSync(`deploy/monitoring/${name}.json`, 'utf8'))),
);

/** Of the SDK's own, which `test/processes/metrics.test.ts` finds in what a worker exposes. */
const sdkMetrics = [
  'temporal_activity_schedule_to_start_latency_seconds_bucket',
  'temporal_request_failure_total',
];

/** Names of series in an expression: words that are no function, no keyword, no label and no text. */
function namesIn(expr: string): readonly string[] {
  const bare = expr
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/\b[a-z_][a-z0-9_]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !['or', 'and', 'unless', 'by'].includes(name));
}

function seriesOf(name: MetricName): readonly string[] {
  return definitionOf(name).kind === 'histogram'
    ? ['_bucket', '_count', '_sum'].map((end) => `${name}${end}`)
    : [name];
}

describe('deploy/MONITORING.md, the rules and the dashboards', () => {
  test('the table of metrics is what the catalogue says (`npm run docs` writes it)', () => {
    expect(page).toBe(withMetricsTable(page));
    for (const name of metricNames) expect(page).toContain(`\`${name}\``);
  });

  test('each alert has one runbook, and each runbook an alert', () => {
    const runbooks = [...page.matchAll(/^### (Verifa\w+)$/gm)].map(([, name]) => name);
    expect([...runbooks].sort()).toEqual(alerts.map(({ alert }) => alert).sort());
    for (const { alert, annotations } of alerts) {
      expect(annotations.runbook).toBe(`MONITORING.md#${alert.toLowerCase()}`);
    }
  });

  test('each metric that a rule or a panel names is exposed', async () => {
    const own = metricNames.flatMap(seriesOf);
    const ofNode = await createMetrics('api').text();
    const exprs = [
      ...alerts.map(({ expr }) => expr),
      ...dashboards.flatMap(({ panels }) =>
        panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ),
    ];
    const unknown = exprs
      .flatMap(namesIn)
      .filter(
        (name) =>
          !own.includes(name) &&
          !sdkMetrics.includes(name) &&
          name !== 'up' &&
          !new RegExp(`^# TYPE ${name} `, 'm').test(ofNode),
      );
    expect(unknown).toEqual([]);
  });

  test('each value of a listed label that a rule or a panel names can be exposed', () => {
    const exprs = alerts
      .map(({ expr }) => expr)
      .concat(dashboards.flatMap((one) => one.panels.flatMap((p) => p.targets.map((t) => t.expr))));
    const wrong = exprs.flatMap((expr) =>
      [...expr.matchAll(/\b(verifa_\w+)\{([^}]*)\}/g)].flatMap(([, series = '', matchers = '']) => {
        const name = metricNames.find((one) => seriesOf(one).includes(series));
        if (name === undefined) return [series];
        const { labels } = definitionOf(name);
        return [...matchers.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)].flatMap(
          ([, label = '', , value = '']) => {
            const rule = labels[label];
            if (rule === undefined) return label === 'le' || label === 'job' ? [] : [label];
            return rule instanceof RegExp
              ? []
              : value.split('|').filter((one) => !rule.includes(one));
          },
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every metric of ours is on a dashboard or in a rule: none is kept that nobody looks at', () => {
    const named = [
      ...alerts.map(({ expr }) => expr),
      ...dashboards.flatMap((one) => one.panels.flatMap((p) => p.targets.map((t) => t.expr))),
    ].join('\n');
    expect(metricNames.filter((name) => !named.includes(name))).toEqual([]);
  });

  test('panels have numbers and titles of their own', () => {
    for (const { panels } of dashboards) {
      for (const key of ['id', 'title'] as const) {
        expect(new Set(panels.map((panel) => panel[key])).size).toBe(panels.length);
      }
    }
  });

  test('names are found in expressions, words of the language are not', () => {
    expect(namesIn('sum by (le) (rate(a_b{c="d_e"}[5m])) or vector(0) > on (x) f')).toEqual([
      'a_b',
      'f',
    ]);
  });
});
