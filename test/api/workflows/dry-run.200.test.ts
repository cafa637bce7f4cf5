import { z } from 'zod';
import { loadWatchlist } from '../../../activities/watchlists/load-watchlist';
import { text, type Answer } from '../../processes/api-caller';
import { fixture } from '../../watchlists/fixture';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';
import { readFields } from '../session-worker';
import { withConfig, withFirst, withMinimumAge } from './definitions';

let api: RunningApi;
let id: string;
let workflowId: string;
beforeAll(async () => {
  api = await startApi({ worker: true });
  id = await completedSession(api);
  workflowId = text((await api.ask('GET', `/api/v1/sessions/${id}`)).body, 'workflow_id');
});
afterAll(() => api.stop());

function dryRun(json: Record<string, unknown>): Promise<Answer> {
  return api.ask('POST', `/api/v1/workflows/${workflowId}/dry-run`, { json });
}

const dryRunBody = z.object({
  totals: z.record(z.string(), z.unknown()),
  sessions: z.array(z.record(z.string(), z.unknown())),
});

async function only(json: Record<string, unknown>): Promise<Record<string, unknown>> {
  const answer = await dryRun(json);
  expect(answer.status).toBe(200);
  const [session] = dryRunBody.parse(answer.body).sessions;
  if (session === undefined) throw new Error('no session in the answer');
  return session;
}

it('the version that judged a session differs from itself in nothing', async () => {
  const session = await only({ session_id: id });
  expect(session).toMatchObject({ session_id: id, attempt: 1, differs: false, differences: [] });
  expect(session['after']).toEqual(session['before']);
  expect(session['before']).toMatchObject({ decision: 'approved', reason_code: null });
});

it('a higher minimum age is judged on the recorded birthday, and turns the decision', async () => {
  const session = await only({ session_id: id, definition: withMinimumAge(100) });
  expect(session).toMatchObject({
    before: { decision: 'approved' },
    after: { decision: 'rejected', reason_code: 'under_age' },
    differs: true,
    differences: [{ check: 'age', before: 'passed', after: 'failed', reason: 'config_changed' }],
  });
});

it('a higher face threshold is judged on the recorded score', async () => {
  await api.db
    .updateTable('check_runs')
    .set({ score: 0.4 })
    .where('check', '=', 'face_match')
    .execute();
  const strict = withConfig('face_match', { threshold: 'strict' });
  const session = await only({ session_id: id, definition: strict });
  expect(session).toMatchObject({
    after: { decision: 'rejected', reason_code: 'face_mismatch' },
    differences: [{ check: 'face_match', before: 'passed', after: 'failed' }],
  });
  const same = withConfig('face_match', { threshold: 'standard' });
  expect(await only({ session_id: id, definition: same })).toMatchObject({ differs: false });
});

it('a check that was never run and needs an engine is skipped as not_recorded', async () => {
  const definition = withFirst('duplicates', 'duplicate_detection');
  const session = await only({ session_id: id, definition });
  expect(session).toMatchObject({
    after: { decision: 'needs_review', path: ['duplicates', 'review'] },
    differences: [
      { check: 'duplicate_detection', before: null, after: 'skipped', reason: 'not_recorded' },
    ],
  });
});

it('refresh looks the lists up as they are today; the recorded outcome stands without it', async () => {
  const listed = (await fixture('ofac_sdn'))
    .toString('utf8')
    .replace('Ivo Radomir', 'Erika')
    .replace('MÜLLERSTEIN', 'MUSTERMANN')
    .replace('15 Mar 1965', '12 Aug 1964');
  await loadWatchlist(
    { db: api.db, clock: () => new Date() },
    'ofac_sdn',
    Buffer.from(listed, 'utf8'),
  );
  expect(await only({ session_id: id })).toMatchObject({ differs: false });
  expect(await only({ session_id: id, refresh: true })).toMatchObject({
    before: { decision: 'approved' },
    after: { decision: 'needs_review' },
    differences: [{ check: 'watchlist_screening', after: 'failed', reason: 'refreshed' }],
  });
  const failed = api.db.selectFrom('check_runs').selectAll().where('status', '=', 'failed');
  expect(await failed.execute()).toEqual([]);
  const tooMany = await dryRun({ last: 51, refresh: true });
  expect(tooMany.body['errors']).toMatchObject([{ field: 'last' }]);
});

it('the last sessions are judged together, with totals and without a word of what was read', async () => {
  const second = await completedSession(api);
  const answer = await dryRun({ last: 10, definition: withMinimumAge(100) });
  expect(answer.body).toMatchObject({
    workflow_id: workflowId,
    version: null,
    totals: {
      sessions: 2,
      judged: 2,
      unavailable: 0,
      same: 0,
      differing: 2,
      decisions: { approved_to_rejected: 2 },
      checks: { age: 2 },
    },
    sessions: [{ session_id: second }, { session_id: id }],
  });
  const shown = JSON.stringify(answer.body);
  for (const value of Object.values(readFields)) expect(shown).not.toContain(value);
  const newest = await dryRun({ last: 1 });
  expect(newest.body).toMatchObject({ version: 1, sessions: [{ session_id: second }] });
});

it('a redacted session is listed as unavailable', async () => {
  const gone = await completedSession(api);
  await api.ask('DELETE', `/api/v1/sessions/${gone}/data`);
  const answer = await dryRun({ last: 10 });
  expect(answer.body).toMatchObject({
    totals: { sessions: 3, judged: 2, unavailable: 1 },
    unavailable: [{ session_id: gone, reason: 'session_redacted' }],
  });
});
