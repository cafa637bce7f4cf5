import fc from 'fast-check';
import { z } from 'zod';
import { askablePieces, isAskable } from '../../../shared/domain/capture/asked-pieces';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import type { DataRequirements } from '../../../shared/domain/graph/definition';
import { documentTypes } from '../../../shared/domain/documents/document-types';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { call, file, text, type Answer } from '../../processes/api-caller';
import { consent, linkAt, newLink, type CaptureLink } from './capture-link';
import { livenessForm } from './liveness-form';

let api: RunningApi;
let frames: Buffer[];
beforeAll(async () => {
  frames = await Promise.all(Array.from({ length: 7 }, (_, seed) => noisePicture(seed)));
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

interface Story {
  readonly requirements: DataRequirements;
  readonly type: (typeof documentTypes)[number];
  readonly pieces: readonly (typeof askablePieces)[number][];
  /** All was captured once before; else the case comes from nothing at all. */
  readonly captured: boolean;
  /** The link ran out in between. */
  readonly resumed: boolean;
}

const stories = fc.record<Story>({
  requirements: fc.record({
    documentTypes: fc.constantFrom([...documentTypes], []),
    selfie: fc.boolean(),
    liveness: fc.boolean(),
    userInfo: fc.constantFrom(
      [],
      [{ field: 'email', required: false }],
      [
        { field: 'email', required: true },
        { field: 'first_name', required: true },
      ],
    ),
    proofOfAddress: fc.boolean(),
  }),
  type: fc.constantFrom(...documentTypes),
  pieces: fc.subarray([...askablePieces], { minLength: 1 }),
  captured: fc.boolean(),
  resumed: fc.boolean(),
});
const told = fc.sample(stories, 6).map((story) => [JSON.stringify(story), story] as const);

const requiredSchema = z.array(z.object({ piece: z.string(), done: z.boolean() }));

/** A sandbox session that a reviewer sends back; null when there was nothing to ask. */
async function sentBack(story: Story): Promise<CaptureLink | null> {
  const { requirements, pieces } = story;
  await api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify({ ...documentAndSelfieWorkflow, requirements }) })
    .execute();
  const link = await newLink(api, {}, api.sandboxKey);
  if (story.captured) {
    await consent(link);
    await provideAll(link, story);
    expect((await link.post('complete')).status).toBe(202);
  }
  await ask('POST', `sessions/${link.id}/simulate`, { action: 'require-review' });
  const { body: session } = await ask('GET', `sessions/${link.id}`);
  const sent = await ask('POST', `cases/${text(session, 'case_id')}/resubmit`, { pieces });
  if (!pieces.every((piece) => isAskable(requirements, piece))) {
    expect(sent.body).toMatchObject({ errors: [{ code: 'nothing_to_ask' }] });
    return null;
  }
  expect(sent.status).toBe(200);
  if (story.resumed) {
    await ask('POST', `sessions/${link.id}/expire`);
    expect((await ask('POST', `sessions/${link.id}/resume`)).status).toBe(200);
  }
  const again = await ask('GET', `sessions/${link.id}`);
  return linkAt(link.id, text(again.body, 'capture_url'));
}

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return call(method, `${api.url}/api/v1/${path}`, {
    key: api.sandboxKey,
    ...(json === undefined ? {} : { json }),
  });
}

async function undone(link: CaptureLink): Promise<readonly string[]> {
  const { body } = await link.get('state');
  return requiredSchema.parse(body['required']).flatMap((one) => (one.done ? [] : [one.piece]));
}

async function provideAll(link: CaptureLink, story: Story): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    const [next] = await undone(link);
    if (next === undefined) return;
    const answer = await provide(link, next, story);
    expect([next, answer.status, answer.body]).toEqual([next, expect.any(Number), answer.body]);
    expect([next, answer.status < 300]).toEqual([next, true]);
    expect(await undone(link)).not.toContain(next);
  }
  throw new Error('there is no end to what is asked');
}

async function provide(link: CaptureLink, piece: string, { type }: Story): Promise<Answer> {
  const [picture = Buffer.alloc(0)] = frames;
  const field = piece.startsWith('user_info.') ? piece.slice('user_info.'.length) : 'email';
  switch (piece) {
    case 'document_type':
      return link.post('document-type', { json: { document_type: type, country: 'DE' } });
    case 'id_front':
      return link.upload('documents', picture, { side: 'front' });
    case 'id_back':
      return link.upload('documents', picture, { side: 'back' });
    case 'selfie':
      return link.upload('selfie', picture);
    case 'liveness': {
      const nonce = text((await link.post('liveness/challenge')).body, 'nonce');
      const sets = [frames.slice(1, 3), frames.slice(3, 5), frames.slice(5, 7)];
      return link.post('liveness', { form: livenessForm(nonce, picture, sets) });
    }
    case 'proof_of_address':
      return link.upload('proof-of-address', picture, {
        poa_document_type: 'utility_bill',
        poa_document_date: '2025-01-31',
      });
    default:
      return link.post('user-info', {
        json: { [field]: field === 'email' ? 'erika@example.org' : 'Erika' },
      });
  }
}

describe.each(told)('%s', (_name, story) => {
  test('over the link: what state requires can be uploaded, and nothing else blocks complete', async () => {
    const link = await sentBack(story);
    if (link === null) return;
    await consent(link);
    const open = await undone(link);
    for (const piece of story.pieces) {
      const fields = open.filter((one) => one.startsWith('user_info'));
      if (piece === 'user_info') expect(fields.length).toBeGreaterThan(0);
      else expect(open).toContain(piece);
    }
    expect((await link.post('complete')).body['missing']).toEqual(open);
    await provideAll(link, story);
    expect((await link.post('complete')).body).toMatchObject({ status: 'sandbox_pending' });
  });

  test('over the API: the same of submit, which waits for no liveness', async () => {
    const link = await sentBack(story);
    if (link === null) return;
    // The first step of the integrator's way.
    await uploadByApi(link, 'proof_of_address');
    for (let step = 0; step < 12; step += 1) {
      const { status, body } = await ask('POST', `sessions/${link.id}/submit`);
      if (status === 202) return;
      const [missing] = z.array(z.string()).min(1).parse(body['missing']);
      if (missing === undefined || missing === 'liveness') throw new Error('no way on');
      const isFile = ['id_front', 'id_back', 'selfie', 'proof_of_address'].includes(missing);
      if (!isFile) await consent(link);
      const given = isFile ? await uploadByApi(link, missing) : await provide(link, missing, story);
      expect([missing, given.status < 300]).toEqual([missing, true]);
    }
    throw new Error('there is no end to what is asked');
  });
});

function uploadByApi({ id }: CaptureLink, type: string): Promise<Answer> {
  const [picture = Buffer.alloc(0)] = frames;
  return call('POST', `${api.url}/api/v1/sessions/${id}/documents`, {
    key: api.sandboxKey,
    form: file(picture, 'a.jpg', { document_type: type }),
  });
}
