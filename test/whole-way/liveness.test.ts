import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import type { LivenessChallenge } from '../../shared/domain/checks/liveness-challenge';
import { sha256 } from '../../shared/crypto/seal';
import type { WorkflowDefinition } from '../../shared/domain/graph/definition';
import { orlFace } from '../../services/local/specimen/orl-faces';
import { takenAgain } from '../tools/accuracy/liveness/burst';
import { livenessForm } from '../api/capture/liveness-form';
import { readPlaces } from '../privacy/stored-places';
import { call, file, text, type AnswerBody } from '../processes/api-caller';
import { startService, type RunningService } from '../processes/running-service';
import { stackAddresses } from '../stack/addresses';
import { decidedSession } from './capture-by-curl';

/** API, worker and engines as in production; one person of ORL blinks, smiles and turns. */
let service: RunningService;
let orl: string;

const person = 24;
const pictureOf = { neutral: 1, selfie: 2, smile: 5, blink: 8, turn_right: 3 } as const;

/** Nothing but the check itself between the capture and the decision. */
const onlyLiveness: WorkflowDefinition = {
  requirements: {
    documentTypes: [],
    selfie: true,
    liveness: true,
    userInfo: [],
    proofOfAddress: false,
  },
  graph: {
    start: 'liveness',
    nodes: [
      {
        kind: 'policy',
        id: 'liveness',
        check: 'liveness',
        config: {},
        routes: { passed: 'approved', failed: 'rejected', skipped: 'review' },
      },
      { kind: 'terminal', id: 'approved', decision: 'approved' },
      { kind: 'terminal', id: 'rejected', decision: 'rejected' },
      { kind: 'terminal', id: 'review', decision: 'needs_review' },
    ],
  },
};

beforeAll(async () => {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  service = await startService();
  orl = await ensureArtifact('orl-faces', artifacts);
  await service.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify(onlyLiveness) })
    .execute();
});
afterAll(() => service.stop());

const picture = (name: keyof typeof pictureOf): Promise<Buffer> =>
  orlFace(orl, person, pictureOf[name]);

async function burst(name: keyof typeof pictureOf): Promise<Buffer[]> {
  const image = await picture(name);
  return [image, await takenAgain(image)];
}

/** The draw of challenges, as if it had fallen on these: the person can perform no others. */
async function drawn(nonce: string, challenges: LivenessChallenge[]): Promise<void> {
  await service.db
    .updateTable('liveness_challenges')
    .set({ challenges })
    .where('nonce_hash', '=', sha256(nonce))
    .execute();
}

async function captured(
  challenges: LivenessChallenge[],
): Promise<{ id: string; nonce: string; status: unknown; result: AnswerBody }> {
  const { apiUrl, liveKey: key } = service;
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, {
    key,
    // Without a name there is nobody to screen, and a person would have to look.
    json: { fields: { first_name: 'Ada', last_name: 'Example' } },
  });
  const [id, link] = [text(created.body, 'id'), text(created.body, 'capture_url')];
  await call('POST', `${link}/consent`, { json: { accepted: true, version: '1' } });
  await call('POST', `${link}/selfie`, { form: file(await picture('selfie'), 'selfie.jpg') });
  const { body } = await call('POST', `${link}/liveness/challenge`, { json: {} });
  const nonce = text(body, 'nonce');
  await drawn(nonce, challenges);
  const form = livenessForm(nonce, await picture('neutral'), [
    await burst('blink'),
    await burst('smile'),
    await burst('turn_right'),
  ]);
  expect((await call('POST', `${link}/liveness`, { form })).status).toBe(201);
  expect((await call('POST', `${link}/complete`, { json: {} })).status).toBe(202);
  return { id, nonce, ...(await decided(id)) };
}

async function decided(id: string): Promise<{ status: unknown; result: AnswerBody }> {
  const { apiUrl, liveKey: key } = service;
  const session = await decidedSession(apiUrl, key, id);
  const result = await call('GET', `${apiUrl}/api/v1/sessions/${id}/result`, { key });
  return { status: session.body['status'], result: result.body };
}

test('three challenges performed in front of the camera: passed', async () => {
  const { status, result, nonce } = await captured(['blink', 'smile', 'turn_right']);
  expect({ status, result }).toMatchObject({
    status: 'completed',
    result: { status: 'approved', check_results: { liveness: { status: 'passed', score: 0.8 } } },
  });
  // The nonce is told to nobody but the device; of a frame's bytes nothing lies open anywhere.
  const frame = (await picture('neutral')).subarray(20_000, 20_048).toString('latin1');
  for (const place of Object.values(await readPlaces(service))) {
    expect(place.includes(nonce)).toBe(false);
    expect(place.includes(frame)).toBe(false);
  }
});

test('a recording of other challenges answers a fresh nonce: rejected, each named', async () => {
  const { result } = await captured(['smile', 'turn_right', 'look_up']);
  expect(result).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'liveness_failed',
    check_results: { liveness: { status: 'failed', score: 0 } },
  });
  expect(JSON.stringify(result['check_results'])).toMatch(
    /smile_not_performed.*turn_right_not_performed.*look_up_not_performed/,
  );
  // And it was sent before, with the selfie beside it.
  expect(JSON.stringify(result['check_results'])).toMatch(/frames_replayed.*selfie_replayed/);
});

test("over the integrator's API nobody stands before a camera: skipped, and its route decides", async () => {
  const { apiUrl, liveKey: key } = service;
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, {
    key,
    // Without a name there is nobody to screen, and a person would have to look.
    json: { fields: { first_name: 'Ada', last_name: 'Example' } },
  });
  const id = text(created.body, 'id');
  const form = file(await picture('neutral'), 'front.jpg', { document_type: 'id_front' });
  await call('POST', `${apiUrl}/api/v1/sessions/${id}/documents`, { key, form });
  const submitted = await call('POST', `${apiUrl}/api/v1/sessions/${id}/submit`, { key, json: {} });
  expect(submitted.status).toBe(202);
  expect(await decided(id)).toMatchObject({
    status: 'under_review',
    result: {
      status: 'needs_review',
      check_results: { liveness: { status: 'skipped', reasons: ['input_missing'] } },
    },
  });
});
