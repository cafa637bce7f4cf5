import { z } from 'zod';
import { setSettings } from '../../stack/set-settings';
import { plantEvidence } from './plant-evidence';
import { plantRisk } from './plant-risk';
import { readData, setReviewStage, type ReviewStage } from './review-stage';

/** The facts a reviewer decides on, in words and with what would change them. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterEach(async () => {
  await setSettings(stage.api.db, {});
});
afterAll(() => stage.stop());

const checkSchema = z.object({
  check: z.string(),
  status: z.string(),
  engine_status: z.string(),
  score: z.number().nullable(),
  threshold: z.object({ score: z.number(), passes: z.string() }).nullable(),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  otherwise: z.object({ status: z.string(), decision: z.string() }).nullable(),
  reviewed: z.object({ kind: z.string() }).nullable(),
});
const reviewSchema = z.object({
  lease: z.object({ by: z.string(), until: z.string() }).nullable(),
  checks: z.array(checkSchema),
  risk: z.record(z.string(), z.unknown()).nullable(),
  fields: z.array(z.record(z.string(), z.unknown())).nullable(),
  stated: z.array(z.record(z.string(), z.unknown())).nullable(),
  duplicates: z.array(z.record(z.string(), z.unknown())).nullable(),
  watchlist_hits: z.array(z.record(z.string(), z.unknown())).nullable(),
});

async function review(caseId: string): Promise<z.infer<typeof reviewSchema>> {
  const { status, body } = await stage.ask('GET', `/cases/${caseId}/review`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return reviewSchema.parse(body);
}

async function reviewedLiveness(caseId: string): Promise<unknown> {
  return (await stage.ask('GET', `/cases/${caseId}/review`)).body['liveness'];
}

const hit = (entry: string) => ({
  source: 'un',
  entry_id: entry,
  name: 'ERIKA M.',
  matched_name: 'ERIKA M.',
  is_alias: false,
  quality: 'strong',
  similarity: 0.9,
  birth: 'unknown',
  births: [],
  programs: [],
  countries: [],
  list_published_on: null,
});

it('each check: verdict, score against threshold, reasons in words, and what the other verdict would lead to', async () => {
  const { caseId } = await stage.underReview();
  const { checks } = await review(caseId);
  expect(checks.find(({ check }) => check === 'document_quality')).toMatchObject({
    status: 'failed',
    engine_status: 'failed',
    threshold: { score: 0.5, passes: 'from' },
    reasons: [{ code: 'blurred', text: 'The picture is blurred.' }],
    otherwise: { status: 'passed', decision: 'approved' },
    reviewed: null,
  });
  expect(checks.find(({ check }) => check === 'face_match')).toMatchObject({
    threshold: { passes: 'from' },
    otherwise: { status: 'failed' },
  });
});

it('a reviewer’s word stands over the engine’s, and a correction over what was read', async () => {
  stage.says({
    document_quality: { status: 'failed', reasons: ['blurred'] },
    face_match: { status: 'requires_retry', reasons: [] },
  });
  const { caseId, sessionId } = await stage.underReview();
  const before = await review(caseId);
  expect(before.fields).toContainEqual(
    expect.objectContaining({ field: 'last_name', value: readData.last_name }),
  );
  await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: { last_name: 'MUSTER' } });
  await stage.reached(sessionId, 'under_review');
  const { fields, lease } = await review(caseId);
  expect(fields).toContainEqual(
    expect.objectContaining({
      field: 'last_name',
      value: 'MUSTER',
      source: 'correction',
      confidence: 'high',
    }),
  );
  // Whoever corrected it has it in hands.
  expect(lease).not.toBeNull();
  stage.says({ document_quality: { status: 'failed', reasons: ['blurred'] } });
});

it('from where each field is, whether the print agrees, and how far it is to be believed', async () => {
  const { caseId, sessionId } = await stage.underReview();
  await plantEvidence(stage.api, sessionId, 'document_ocr', {
    format: 'TD3',
    repaired: ['document_number'],
    print: {
      number: 'agrees',
      names: 'agrees',
      birth: 'differs',
      expiry: 'unseen',
      sex: 'agrees',
      nationality: 'agrees',
      issuer: 'agrees',
    },
  });
  const { fields } = await review(caseId);
  const of = (name: string) => (fields ?? []).find(({ field }) => field === name);
  expect(of('last_name')).toMatchObject({ source: 'mrz', print: 'agrees', confidence: 'high' });
  expect(of('document_number')).toMatchObject({ is_repaired: true, confidence: 'low' });
  expect(of('date_of_birth')).toMatchObject({ print: 'differs', confidence: 'low' });
  expect(of('document_expiration_date')).toMatchObject({ print: 'unseen', confidence: 'medium' });
});

it('fields that the organisation’s API does not show are not shown to a key here either', async () => {
  const { caseId } = await stage.underReview();
  await setSettings(stage.api.db, { api_pii_fields: ['first_name'] });
  const { fields } = await review(caseId);
  expect(fields?.map(({ field }) => field)).toEqual(['first_name']);
});

it('other sessions of the person, as far as they are the caller’s own', async () => {
  const [{ caseId, sessionId }, other] = [await stage.underReview(), await stage.underReview()];
  const sandbox = await stage.api.create({}, stage.api.sandboxKey);
  await plantEvidence(stage.api, sessionId, 'duplicate_detection', {
    sessions: { face: [other.sessionId, sandbox], document: [other.sessionId] },
  });
  const { duplicates } = await review(caseId);
  expect(duplicates).toEqual([
    expect.objectContaining({ session_id: other.sessionId, kinds: ['document', 'face'] }),
  ]);
});

it('what was measured of the liveness frames, one by one', async () => {
  const { caseId, sessionId } = await stage.underReview();
  expect(await reviewedLiveness(caseId)).toBeNull();
  const turned = { yaw: 14.2, pitch: 0.5, smile: 0.1, eyes_open: 0.9, mouth_open: 0.02 };
  const evidence = {
    challenges: [{ challenge: 'turn_left', performed: true, photograph_likeness: 0.31 }],
    likeness: 0.8,
    selfie_likeness: 0.9,
    passive: 0.95,
    timed: true,
    frames: [
      { challenge: 0, position: 0, shows: null, ...turned, yaw: 0 },
      { challenge: 1, position: 0, shows: true, ...turned },
    ],
  };
  await plantEvidence(stage.api, sessionId, 'liveness', { ...evidence, colours: null });
  expect(await reviewedLiveness(caseId)).toEqual(evidence);
});

it('hits of the lists: dismissed all together, with a reason that stands beside each', async () => {
  stage.says({ watchlist_screening: { status: 'failed', reasons: ['watchlist_hit'] } });
  const { caseId, sessionId } = await stage.underReview();
  stage.says({ document_quality: { status: 'failed', reasons: ['blurred'] } });
  await plantEvidence(stage.api, sessionId, 'watchlist_screening', {
    lists: [],
    hits: [hit('1'), hit('2')],
    near_hits: [{ ...hit('3'), is_hit: false }],
  });
  const path = `/cases/${caseId}/checks/watchlist_screening/override`;
  const one = { source: 'un', entry_id: '1' };
  const two = { source: 'un', entry_id: '2' };
  const ask = (dismissed: unknown, check = path) =>
    stage.ask('POST', check, { passed: true, reason: 'born elsewhere', dismissed });
  expect((await ask([one])).body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'dismissed', code: 'hits_left' }],
  });
  expect((await ask([one, two, { source: 'un', entry_id: '9' }])).body).toMatchObject({
    errors: [{ field: 'dismissed', code: 'unknown_hit' }],
  });
  const elsewhere = `/cases/${caseId}/checks/face_match/override`;
  expect((await ask([one, two], elsewhere)).body).toMatchObject({
    errors: [{ field: 'dismissed', code: 'no_hits' }],
  });
  expect((await review(caseId)).watchlist_hits).toMatchObject([
    { entry_id: '1', dismissed: null },
    { entry_id: '2', dismissed: null },
    { entry_id: '3', is_hit: false, dismissed: null },
  ]);
  expect((await ask([one, two])).status).toBe(202);
  expect((await review(caseId)).watchlist_hits).toMatchObject([
    { entry_id: '1', dismissed: { reason: 'born elsewhere' } },
    { entry_id: '2', dismissed: { reason: 'born elsewhere' } },
    { entry_id: '3', dismissed: null },
  ]);
});

it('the risk as a sum: each signal with its words, what it adds, and up to where', async () => {
  const { caseId } = await stage.underReview();
  await plantRisk(stage.api, caseId);
  expect((await review(caseId)).risk).toMatchObject({
    score: 35,
    is_capped: false,
    parts: [
      { signal: 'tor_exit', counts: 30, sum: 30, text: expect.stringContaining('Tor') as string },
      { signal: 'timezone_mismatch', counts: 0, sum: 30 },
      { signal: 'screen_photo', counts: 5, sum: 35 },
    ],
  });
});

it('redacted: what is personal is null; 404 for another environment', async () => {
  const { caseId, sessionId } = await stage.underReview();
  const path = `/api/v1/cases/${caseId}/review`;
  const stranger = await stage.api.ask('GET', path, { key: stage.api.sandboxKey });
  expect(stranger.status).toBe(404);
  await stage.ask('DELETE', `/sessions/${sessionId}/data`);
  const shown = await review(caseId);
  expect(shown).toMatchObject({
    fields: null,
    stated: null,
    duplicates: null,
    watchlist_hits: null,
  });
  expect(JSON.stringify(shown)).not.toContain(readData.last_name);
});
