import fc from 'fast-check';
import { metricNames, definitionOf } from '../../../shared/metrics/catalogue';
import { createLabelBounds } from '../../../shared/metrics/bounded-labels';
import { whose } from '../../../services/worker/activity-tenants';
import { activityNames, mostOpenValues, otherValue } from '../../../shared/metrics/label-values';
import { createMetrics } from '../../../shared/metrics/metrics';

const personal = [
  'LISELOTTE ANNA VOORBEELD',
  'liselotte@example.org',
  'SPX015127',
  '1990-03-10',
  '+31 6 1234 5678',
  'ses_01jz8q7w5k3m9x2v4b6n8p0r2t',
  '192.0.2.17',
  '/api/v1/sessions/ses_01jz8q7w5k3m9x2v4b6n8p0r2t',
  '/verify/abcDEF123?name=Liselotte',
];

describe('labels of metrics', () => {
  test('every activity of a worker has a name to be counted by', () => {
    expect([...activityNames].sort()).toEqual(Object.keys(whose).sort());
  });

  it.each(metricNames)('%s: no value of a person and no id becomes a series', (name) => {
    const definition = definitionOf(name);
    const bounded = createLabelBounds(definition);
    for (const label of Object.keys(definition.labels)) {
      for (const value of personal.filter((one) => !isPath(name, one))) {
        expect(bounded({ [label]: value })[label]).toBe(otherValue);
      }
    }
  });

  test('whatever text is counted, the text that is scraped has it in no line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 4 }), async (text) => {
        const metrics = createMetrics('worker');
        const planted = `${text} VOORBEELD`;
        metrics.add({
          name: 'workers',
          gauges: ['verifa_worker_polling'],
          keepMs: 0,
          read: () =>
            Promise.resolve([
              { name: 'verifa_worker_polling', labels: { queue: planted }, value: 1 },
            ]),
        });
        expect(await metrics.text()).not.toContain('VOORBEELD');
      }),
      { numRuns: 20 },
    );
  });

  test('a label without a list has a bounded number of values, then `other`', () => {
    const bounded = createLabelBounds(definitionOf('verifa_http_seconds'));
    const routes = Array.from({ length: mostOpenValues + 50 }, (_, nth) => `GET /r${String(nth)}`);
    const values = new Set(routes.map((route) => bounded({ route, status: '200' })['route']));
    expect(values.size).toBe(mostOpenValues + 1);
    expect(values).toContain(otherValue);
    expect(bounded({ route: 'GET /r1', status: '200' })['route']).toBe('GET /r1');
  });
});

/** A route's form cannot tell a pattern from a path: what is handed over is the pattern, which the API's test holds. */
function isPath(name: string, value: string): boolean {
  return name === 'verifa_http_seconds' && /^\/[\w/]+$/.test(value);
}
