import { playRules, promtool, rulesFile } from './promtool';

/** Alerts whose fault no test can make in passing: a full disk, a wedged poller, minutes of load. */
const worker = 'job="verifa-worker",instance="w:1"';
const api = 'job="verifa-api",instance="a:1"';
const healthy = [
  { series: `up{${worker}}`, values: '1x120' },
  { series: `up{${api}}`, values: '1x120' },
  {
    series: `verifa_activities_total{${worker},activity="sweepSessions",result="completed"}`,
    values: '0+1x120',
  },
];

test('the rules are what Prometheus takes for rules', async () => {
  expect(await promtool(['check', 'rules', rulesFile])).toMatch(/SUCCESS: \d+ rules found/);
});

test.each<[string, readonly { readonly series: string; readonly values: string }[]]>([
  [
    'VerifaWorkerNotPolling',
    [{ series: `verifa_worker_polling{${worker},queue="verifa-checks"}`, values: '1x9 0x110' }],
  ],
  ['VerifaPoolExhausted', [{ series: `verifa_pg_pool_waiting{${worker}}`, values: '0x9 4x110' }]],
  [
    'VerifaApiSlow',
    [
      {
        series: `verifa_http_seconds_bucket{${api},route="GET /api/v1/sessions",status="200",le="1"}`,
        values: '0+10x120',
      },
      {
        series: `verifa_http_seconds_count{${api},route="GET /api/v1/sessions",status="200"}`,
        values: '0+20x120',
      },
    ],
  ],
  [
    'VerifaChecksErring',
    [
      {
        series: `verifa_check_outcomes_total{${worker},check="face_match",status="error"}`,
        values: '0x9 1x110',
      },
    ],
  ],
  [
    'VerifaChecksBacklog',
    ['1', '60', '+Inf'].map((le) => ({
      series: `temporal_activity_schedule_to_start_latency_seconds_bucket{${worker},task_queue="verifa-checks",le="${le}"}`,
      values: le === '1' ? '0+1x120' : '0+9x120',
    })),
  ],
  [
    'VerifaDiskFilling',
    [
      { series: `verifa_disk_free_bytes{${worker},disk="objects"}`, values: '50-1x120' },
      { series: `verifa_disk_size_bytes{${worker},disk="objects"}`, values: '100x120' },
    ],
  ],
])('%s fires by its series, and alone', (alert, series) =>
  playRules({
    inputSeries: [...healthy, ...series],
    fired: [{ atMinute: 100, withinMinutes: 100, among: ['Verifa.+'], are: [alert] }],
  }),
);

test('an alert that is expected and does not fire, or fires and is not expected, is found out', async () => {
  const play = (are: readonly string[]) =>
    playRules({
      inputSeries: [
        ...healthy,
        { series: `verifa_pg_pool_waiting{${worker}}`, values: '0x9 4x110' },
      ],
      fired: [{ atMinute: 100, withinMinutes: 100, among: ['Verifa.+'], are }],
    });
  await expect(play(['VerifaPoolExhausted', 'VerifaApiSlow'])).rejects.toThrow(/VerifaApiSlow/);
  await expect(play([])).rejects.toThrow(/VerifaPoolExhausted/);
});
