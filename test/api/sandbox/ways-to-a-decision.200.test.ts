import { text } from '../../processes/api-caller';
import { setSettings } from '../../stack/set-settings';
import { setSandboxStage, type SandboxStage } from './sandbox-stage';

/** Reviewers' and testers' ways through a sandbox session: each ends in a decision, and no engine runs. */
let stage: SandboxStage;

beforeAll(async () => {
  stage = await setSandboxStage();
});
afterEach(async () => {
  await setSettings(stage.api.db, {}, 'sandbox');
  expect(stage.engineCalls()).toBe(0);
});
afterAll(() => stage.stop());

const result = async (id: string) => (await stage.ask('GET', `sessions/${id}/result`)).body;
const approve = async (id: string, json: unknown = {}) =>
  (await stage.ask('POST', `cases/${await stage.caseOf(id)}/approve`, json)).status;

it.each([
  ['before anything was submitted', async () => stage.simulated('require-review')],
  [
    'after a submit',
    async () => {
      const id = await stage.api.create({ workflow_id: await optional() }, stage.api.sandboxKey);
      return stage.simulated('require-review', {}, id);
    },
  ],
])('a correction, %s: the same case, decided by a person', async (_when, begin) => {
  const id = await begin();
  const caseId = await stage.caseOf(id);
  const corrected = await stage.ask('PUT', `cases/${caseId}/extracted-data`, {
    fields: { first_name: 'Anna' },
  });
  expect(corrected.body).toMatchObject({ session_status: 'processing' });
  expect(await stage.settled(id)).toBe('under_review');
  expect(await stage.caseOf(id)).toBe(caseId);
  expect(await result(id)).toMatchObject({ status: 'needs_review', processing_mode: 'sandbox' });
  expect(await approve(id)).toBe(200);
  expect(await result(id)).toMatchObject({
    status: 'approved',
    attempt: 1,
    extracted_data: { first_name: 'Anna', last_name: 'Doe' },
  });
});

it.each([
  [true, 'approved'],
  [false, 'needs_review'],
])('an override of the check that was simulated to fail: passed %s → %s', async (passed, is) => {
  const id = await stage.simulated('require-review');
  const caseId = await stage.caseOf(id);
  const { status } = await stage.ask('POST', `cases/${caseId}/checks/risk_assessment/override`, {
    passed,
    reason: 'seen',
  });
  expect(status).toBe(202);
  await stage.settled(id);
  expect(await result(id)).toMatchObject({ status: is, processing_mode: 'sandbox', attempt: 1 });
  if (is === 'needs_review') expect(await approve(id)).toBe(200);
});

it('a named check, overridden by a reviewer', async () => {
  const id = await stage.simulated('require-review', { check: 'face_match' });
  const caseId = await stage.caseOf(id);
  await stage.ask('POST', `cases/${caseId}/checks/face_match/override`, {
    passed: true,
    reason: 'the same person',
  });
  expect(await stage.settled(id)).toBe('completed');
  expect(await result(id)).toMatchObject({ status: 'approved', face_match_passed: true });
});

it('pieces asked for again, then another outcome', async () => {
  const id = await stage.simulated('require-review');
  const { status } = await stage.ask('POST', `cases/${await stage.caseOf(id)}/resubmit`, {
    pieces: ['selfie'],
  });
  expect(status).toBe(200);
  await stage.simulated('decline', {}, id);
  expect(await result(id)).toMatchObject({ status: 'rejected', attempt: 2 });
});

it('two reviewers, with a correction in between', async () => {
  await setSettings(stage.api.db, { dual_review: true }, 'sandbox');
  const id = await stage.simulated('require-review');
  const [one, two] = [await stage.user(), await stage.user()];
  expect(await approve(id, { reviewer_id: one })).toBe(200);
  await stage.ask('PUT', `cases/${await stage.caseOf(id)}/extracted-data`, {
    reviewer_id: two,
    fields: { last_name: 'Roe' },
  });
  expect(await stage.settled(id)).toBe('under_review');
  // Who corrected it holds the case; the first word of before counts no more.
  expect(await approve(id, { reviewer_id: two })).toBe(200);
  expect(await stage.settled(id)).toBe('under_review');
  expect(await approve(id, { reviewer_id: one })).toBe(200);
  expect(await stage.settled(id)).toBe('completed');
});

it.each(['reprocess', 'resume-workflow', 'trigger'])('%s, decided anew', async (way) => {
  const id = await stage.simulated('approve');
  const workflow = stage.api.documentAndSelfieOf(stage.api.sandboxKey);
  const again =
    way === 'trigger'
      ? await stage.ask('POST', `workflows/${workflow}/trigger`, { session_id: id })
      : await stage.ask(
          'POST',
          `sessions/${id}/${way}`,
          way === 'reprocess' ? {} : { step_index: 2 },
        );
  expect(again.body).toMatchObject({ status: 'sandbox_pending' });
  await stage.simulated('require-review', {}, id);
  await stage.ask('PUT', `cases/${await stage.caseOf(id)}/extracted-data`, {
    fields: { first_name: 'Anna' },
  });
  expect(await stage.settled(id)).toBe('under_review');
  expect(await approve(id)).toBe(200);
  expect(await result(id)).toMatchObject({ status: 'approved', attempt: 2 });
});

it('a gate of the workflow is passed when the decision is run again', async () => {
  const id = await stage.api.create({ workflow_id: await gated() }, stage.api.sandboxKey);
  await stage.simulated('require-review', {}, id);
  await stage.ask('POST', `cases/${await stage.caseOf(id)}/checks/risk_assessment/override`, {
    passed: true,
    reason: 'seen',
  });
  expect(await stage.settled(id)).toBe('completed');
  expect(await result(id)).toMatchObject({ status: 'approved' });
});

it('a session of release 0.1.0, of which nothing is recorded, goes to a person again', async () => {
  const id = await stage.simulated('require-review');
  for (const table of ['check_runs', 'extractions', 'risk_assessments'] as const) {
    await sessionRows(table, id);
  }
  await stage.ask('PUT', `cases/${await stage.caseOf(id)}/extracted-data`, {
    fields: { first_name: 'Anna' },
  });
  expect(await stage.settled(id)).toBe('under_review');
  expect(await approve(id)).toBe(200);
  expect(await stage.settled(id)).toBe('completed');
});

async function sessionRows(
  table: 'check_runs' | 'extractions' | 'risk_assessments',
  id: string,
): Promise<void> {
  await stage.api.db
    .deleteFrom(table)
    .where((where) => where(where.cast<string>('session_id', 'text'), '=', id))
    .execute();
}

async function workflow(name: string, nodes: readonly unknown[]): Promise<string> {
  const { body } = await stage.ask('POST', 'workflows', { name, definition: { nodes } });
  return text(body, 'id');
}

const [yes, no] = [
  { id: 'yes', type: 'terminal', decision: 'approved' },
  { id: 'no', type: 'terminal', decision: 'rejected' },
];
const start = (next: string) => ({ id: 'start', type: 'start', next });
const ocr = (passed: string) => ({
  id: 'ocr',
  type: 'policy',
  check: 'document_ocr',
  routes: { passed, failed: 'no' },
});

const optional = () => workflow('Document', [start('ocr'), ocr('yes'), yes, no]);

const gated = () =>
  workflow('Gated', [
    start('ocr'),
    ocr('gate'),
    { id: 'gate', type: 'wait', next: 'yes', on_fail: 'no' },
    yes,
    no,
  ]);
