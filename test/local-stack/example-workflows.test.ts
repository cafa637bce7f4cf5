import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import { sha256 } from '../../shared/crypto/seal';
import { connectDatabase } from '../../shared/database/connect';
import { orlFace } from '../../services/local/specimen/orl-faces';
import type { Person } from '../../services/local/specimen/person';
import { takenAgain } from '../tools/accuracy/liveness/burst';
import { livenessForm } from '../api/capture/liveness-form';
import { call, text, type Answer, type AnswerBody } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { capture, complete, decidedSession } from '../whole-way/capture-by-curl';
import { madeUpPictures, type MadeUpPictures } from '../whole-way/made-up-pictures';
import type { LocalStackProcess } from './local-stack-process';
import { setLocalStackStage, type LocalStackStage } from './local-stack-stage';

/** The files of `deploy/workflows`, posted as they are, with the real engines of `npm start`. */
let stage: LocalStackStage;
let stack: LocalStackProcess;
let pictures: MadeUpPictures;
let api: string;
let key: string;

/** Whom the packaged set has blinking, smiling and turning. */
const performer = { face: 24, neutral: 1, smile: 5, blink: 8, turn_right: 3 } as const;

beforeAll(async () => {
  [stage, pictures] = await Promise.all([setLocalStackStage(), madeUpPictures()]);
  stack = stage.start();
  await stack.ready();
  ({ api_url: api, live_key: key } = await stage.facts());
}, 240_000);
afterAll(async () => {
  await stack.stop('SIGTERM');
  await stage.clear();
});

function post(path: string, json: unknown): Promise<Answer> {
  return call('POST', `${api}/api/v1/${path}`, { key, json });
}

async function workflow(file: string): Promise<string> {
  const definition: unknown = JSON.parse(await readFile(`deploy/workflows/${file}`, 'utf8'));
  const made = await post('workflows', { name: file, definition });
  expect(made.status).toBe(201);
  return text(made.body, 'id');
}

/** As an operator makes one: `npm run admin -- create-user`. */
async function reviewer(name: string): Promise<string> {
  const args = [join(stage.build, 'services/admin/main.js'), 'create-user', '--name', name];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--role', 'reviewer'], {
    env: { DATABASE_URL: stage.databaseUrl },
  });
  return z.object({ user: z.string() }).parse(JSON.parse(stdout)).user;
}

async function result(id: string): Promise<AnswerBody> {
  const session = await decidedSession(api, key, id);
  const { body } = await call('GET', `${api}/api/v1/sessions/${id}/result`, { key });
  return { session_status: session.body['status'], ...body };
}

async function judged(
  workflow_id: string,
  face: number,
  changes: Partial<Person> = {},
  withSelfie = true,
): Promise<AnswerBody> {
  const front = await pictures.passport(await pictures.person(face, changes), { jpegQuality: 85 });
  const selfie = withSelfie ? { selfie: await pictures.selfie(face) } : {};
  const captured = await capture(api, key, { front, country: 'NL', ...selfie }, { workflow_id });
  await complete(captured);
  return result(captured.sessionId);
}

test('document only: approved; an expired one is rejected', async () => {
  const id = await workflow('document-only.json');
  expect(await judged(id, 1, {}, false)).toMatchObject({ status: 'approved' });
  expect(await judged(id, 2, { expiryDate: '2020-01-31' }, false)).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'document_expired',
  });
}, 180_000);

test('age gate: an adult is approved, a minor rejected', async () => {
  const id = await workflow('age-gate.json');
  expect(await judged(id, 4)).toMatchObject({ status: 'approved', age_check_passed: true });
  const year = new Date().getUTCFullYear() - 16;
  expect(await judged(id, 6, { birthDate: `${String(year)}-01-15` })).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'under_age',
  });
}, 180_000);

/** Three challenges, really performed by the one who can. */
async function perform(captured: { readonly captureUrl: string }): Promise<void> {
  const orl = await ensureArtifact('orl-faces', {
    cacheDir: stackAddresses().VERIFA_CACHE_DIR,
    report: () => undefined,
  });
  const frame = (name: Exclude<keyof typeof performer, 'face'>): Promise<Buffer> =>
    orlFace(orl, performer.face, performer[name]);
  const burst = async (name: Exclude<keyof typeof performer, 'face'>): Promise<Buffer[]> => {
    const image = await frame(name);
    return [image, await takenAgain(image)];
  };
  const { body } = await call('POST', `${captured.captureUrl}/liveness/challenge`, { json: {} });
  const nonce = text(body, 'nonce');
  // The draw, as if it had fallen on what the set has pictures of.
  const db = connectDatabase({ url: stage.databaseUrl, maxConnections: 1 });
  await db
    .updateTable('liveness_challenges')
    .set({ challenges: ['blink', 'smile', 'turn_right'] })
    .where('nonce_hash', '=', sha256(nonce))
    .execute();
  await db.destroy();
  const form = livenessForm(nonce, await frame('neutral'), [
    await burst('blink'),
    await burst('smile'),
    await burst('turn_right'),
  ]);
  expect((await call('POST', `${captured.captureUrl}/liveness`, { form })).status).toBe(201);
}

test('default: document, selfie and three challenges really performed: approved', async () => {
  const front = await pictures.passport(await pictures.person(performer.face));
  const selfie = await pictures.selfie(performer.face);
  const workflow_id = await workflow('default.json');
  const captured = await capture(api, key, { front, selfie, country: 'NL' }, { workflow_id });
  await perform(captured);
  await complete(captured);
  expect(await result(captured.sessionId)).toMatchObject({
    session_status: 'completed',
    status: 'approved',
    check_results: { liveness: { status: 'passed' } },
  });
  // The packaged set has one who performs them all: sent again, his frames would be known.
  const erased = await call('DELETE', `${api}/api/v1/sessions/${captured.sessionId}/data`, { key });
  expect(erased.status).toBe(200);
}, 180_000);

test('high risk: the bank says yes, two reviewers look where the names differ, approved', async () => {
  const workflow_id = await workflow('high-risk.json');
  const person = await pictures.person(performer.face);
  const front = await pictures.passport(person, { jpegQuality: 85 });
  const selfie = await pictures.selfie(performer.face);
  const captured = await capture(api, key, { front, selfie, country: 'NL' }, { workflow_id });
  const id = captured.sessionId;
  const typed = { first_name: 'Someone', last_name: 'Else' };
  expect((await call('POST', `${captured.captureUrl}/user-info`, { json: typed })).status).toBe(
    200,
  );
  await perform(captured);
  await complete(captured);
  await eventually('the gate', async () => {
    const { body } = await call('GET', `${api}/api/v1/sessions/${id}`, { key });
    return body['status'] === 'awaiting_external' ? true : undefined;
  });
  expect((await post(`sessions/${id}/external-decision`, { decision: 'continue' })).status).toBe(
    202,
  );
  expect(await result(id)).toMatchObject({
    session_status: 'under_review',
    status: 'needs_review',
    check_results: { identity_crossref: { status: 'failed' } },
  });
  const session = await call('GET', `${api}/api/v1/sessions/${id}`, { key });
  const caseId = text(session.body, 'case_id');
  const approve = (reviewer_id: string): Promise<Answer> =>
    post(`cases/${caseId}/approve`, { reviewer_id });
  const [first, second] = [await reviewer('One'), await reviewer('Two')];
  expect((await approve(first)).body).toMatchObject({ status: 'pending_second_review' });
  expect((await approve(first)).body).toMatchObject({ error: 'same_reviewer' });
  expect((await approve(second)).body).toMatchObject({ status: 'approved' });
  expect(await result(id)).toMatchObject({ session_status: 'completed', status: 'approved' });
}, 180_000);
