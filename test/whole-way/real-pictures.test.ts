import { z } from 'zod';
import { call, file, text, type AnswerBody } from '../processes/api-caller';
import { startService, type RunningService } from '../processes/running-service';
import { capture, complete, decidedSession } from './capture-by-curl';
import { madeUpPictures, type MadeUpPictures } from './made-up-pictures';

/** API and worker as real processes, real engines, drawn documents, faces of a packaged set. */
let service: RunningService;
let pictures: MadeUpPictures;

beforeAll(async () => {
  [service, pictures] = await Promise.all([startService(), madeUpPictures()]);
});
afterAll(() => service.stop());

interface Case {
  readonly front: Buffer;
  readonly back?: Buffer;
  readonly selfie: Buffer;
  readonly documentType?: 'passport' | 'national_id';
}

async function judged(given: Case): Promise<{ status: unknown; result: AnswerBody }> {
  const { apiUrl, liveKey: key } = service;
  const captured = await capture(apiUrl, key, { ...given, country: 'NL' });
  await complete(captured);
  const session = await decidedSession(apiUrl, key, captured.sessionId);
  const result = await call('GET', `${apiUrl}/api/v1/sessions/${captured.sessionId}/result`, {
    key,
  });
  return { status: session.body['status'], result: result.body };
}

test('a passport and its holder: completed, approved, every field as it was drawn', async () => {
  const person = await pictures.person(5);
  const { status, result } = await judged({
    front: await pictures.passport(person, { rotationDegrees: 3, jpegQuality: 75 }),
    selfie: await pictures.selfie(5),
  });
  expect({ status, ...result }).toMatchObject({
    status: 'approved',
    face_match_passed: true,
    age_check_passed: true,
    rejection_reason_code: null,
    processing_mode: 'workflow',
    extracted_data: {
      document_type: 'passport',
      document_number: person.documentNumber,
      date_of_birth: person.birthDate,
      document_expiration_date: person.expiryDate,
    },
  });
  expect(status).toBe('completed');
  expect(Number(result['face_match_score'])).toBeGreaterThan(0.35);
});

test('an identity card, front and back: approved', async () => {
  const { front, back } = await pictures.idCard(await pictures.person(7), { jpegQuality: 85 });
  const selfie = await pictures.selfie(7);
  const { result } = await judged({ front, back, selfie, documentType: 'national_id' });
  expect(result).toMatchObject({
    status: 'approved',
    extracted_data: { document_type: 'national_id' },
  });
});

test("another person's selfie: rejected for the face", async () => {
  const front = await pictures.passport(await pictures.person(5));
  const { status, result } = await judged({ front, selfie: await pictures.selfie(9) });
  expect(status).toBe('completed');
  expect(result).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'face_mismatch',
    face_match_passed: false,
  });
});

test('a wrong check digit: a reviewer has to look, and is told why', async () => {
  const front = await pictures.passport(await pictures.person(5), { wrongCheckDigit: 'composite' });
  const { status, result } = await judged({ front, selfie: await pictures.selfie(5) });
  expect(status).toBe('under_review');
  expect(result).toMatchObject({
    status: 'needs_review',
    rejection_reason_code: null,
    check_results: { document_ocr: { reasons: ['mrz_checksum_mismatch'] } },
  });
});

test('an expired passport: rejected for its date', async () => {
  const dates = { issueDate: '2012-05-01', expiryDate: '2022-05-01' };
  const front = await pictures.passport(await pictures.person(5, dates));
  const { result } = await judged({ front, selfie: await pictures.selfie(5) });
  expect(result).toMatchObject({ status: 'rejected', rejection_reason_code: 'document_expired' });
});

/** A1: whatever subset an integrator sends, a picture of no document approves nobody. */
test.each([
  ['one check that needs no document', ['document_quality']],
  ['what always runs', ['watchlist_screening']],
  ['all but the document', ['document_quality', 'age', 'face_match']],
  ['all but the face', ['document_quality', 'document_ocr', 'age']],
  ['all of them', undefined],
])('a selfie in the place of the document, %s: not approved', async (_what, checks) => {
  const { apiUrl, liveKey: key } = service;
  const selfie = await pictures.selfie(5);
  const { body: workflows } = await call('GET', `${apiUrl}/api/v1/workflows`, { key });
  const { data } = z
    .object({ data: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(workflows);
  const workflow = data.find(({ name }) => name === 'Document and selfie');
  const json = { workflow_id: workflow?.id, ...(checks === undefined ? {} : { checks }) };
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json });
  const id = text(created.body, 'id');
  for (const document_type of ['id_front', 'selfie']) {
    const form = file(selfie, 'any.jpg', { document_type });
    const sent = await call('POST', `${apiUrl}/api/v1/sessions/${id}/documents`, { key, form });
    expect(sent.status).toBe(201);
  }
  await call('POST', `${apiUrl}/api/v1/sessions/${id}/submit`, { key });
  await decidedSession(apiUrl, key, id);
  const result = await call('GET', `${apiUrl}/api/v1/sessions/${id}/result`, { key });
  expect(result.body['status']).toBe('needs_review');
});
