import { z } from 'zod';
import { sha256 } from '../../../shared/crypto/seal';
import { isId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';
import { html } from '../documents/pictures';
import { stored } from '../documents/stored';
import { captureAll, newLink, type CaptureLink } from './capture-link';
import { setLivenessStage, type LivenessStage } from './liveness-stage';

let stage: LivenessStage;
let api: RunningApi;
let frames: readonly Buffer[];
const three: LivenessStage['three'] = () => stage.three();
const begun: LivenessStage['begun'] = () => stage.begun();
const challenged: LivenessStage['challenged'] = (...asked) => stage.challenged(...asked);
const send: LivenessStage['send'] = (...sent) => stage.send(...sent);

beforeAll(async () => {
  stage = await setLivenessStage();
  ({ api, frames } = stage);
});
beforeEach(async () => {
  stage.facesInNeutral = 1;
  await stage.askForLiveness(true);
});
afterAll(() => api.stop());

function frameRows(link: CaptureLink) {
  const { id } = link;
  if (!isId('session', id)) throw new Error('not a session');
  return api.db
    .selectFrom('documents')
    .selectAll()
    .where('session_id', '=', id)
    .where('doc_type', '=', 'liveness_frame')
    .execute();
}

const nothing = { rows: 0, objects: 0 };

describe('the frames', () => {
  it('accepted: every frame is stored, in its place, and is in no listing of documents', async () => {
    const link = await begun();
    const { nonce, challenges } = await challenged(link);
    const answer = await send(link, nonce);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ challenges, frames: 7 });
    expect(await stored(api, link.id)).toEqual({ rows: 7, objects: 7 });
    const places = await api.db
      .selectFrom('liveness_frames')
      .select(['challenge', 'position'])
      .where('nonce_hash', '=', sha256(nonce))
      .orderBy('challenge')
      .orderBy('position')
      .execute();
    expect(places.map((place) => `${String(place.challenge)}.${String(place.position)}`)).toEqual([
      '0.0',
      '1.0',
      '1.1',
      '2.0',
      '2.1',
      '3.0',
      '3.1',
    ]);
    const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}/documents`);
    expect(body['data']).toEqual([]);
  });

  it('times, where they are sent, are kept frame by frame', async () => {
    const link = await begun();
    const { nonce } = await challenged(link, { colours: true });
    const timing = {
      neutral: 900,
      challenge_1: [2_000, 2_400],
      challenge_2: [4_000, 4_300],
      challenge_3: [6_000, 6_700],
      coloursFrom: 40,
    };
    expect((await send(link, nonce, three(), JSON.stringify(timing))).status).toBe(201);
    const kept = await api.db
      .selectFrom('liveness_frames')
      .innerJoin(
        'liveness_challenges',
        'liveness_challenges.nonce_hash',
        'liveness_frames.nonce_hash',
      )
      .select(['at_ms', 'colours_from_ms'])
      .where('liveness_frames.nonce_hash', '=', sha256(nonce))
      .orderBy('challenge')
      .orderBy('position')
      .execute();
    expect(kept.map((one) => one.at_ms)).toEqual([900, 2_000, 2_400, 4_000, 4_300, 6_000, 6_700]);
    expect(new Set(kept.map((one) => one.colours_from_ms))).toEqual(new Set([40]));
  });

  it.each([
    ['no JSON', '{', 'timing'],
    ['the time of day', JSON.stringify({ neutral: 1_790_000_000_000 }), 'timing.neutral'],
    [
      'a time too few',
      JSON.stringify({
        neutral: 0,
        challenge_1: [1, 2],
        challenge_2: [3, 4, 5],
        challenge_3: [6, 7],
      }),
      'timing.challenge_2',
    ],
  ])(
    'times that are none (%s): 422 names them, and the nonce is not used up',
    async (_, timing, field) => {
      const link = await begun();
      const { nonce } = await challenged(link);
      const refused = await send(link, nonce, three(), timing);
      expect(refused.status).toBe(422);
      expect(refused.body['errors']).toEqual(
        expect.arrayContaining([expect.objectContaining({ field })]),
      );
      expect(await stored(api, link.id)).toEqual(nothing);
      expect((await send(link, nonce)).status).toBe(201);
    },
  );

  it('a nonce is good for one set: sent again it is 409, and nothing more is stored', async () => {
    const link = await begun();
    const { nonce } = await challenged(link);
    await send(link, nonce);
    expect((await send(link, nonce)).body).toMatchObject({ status_code: 409, error: 'nonce_used' });
    expect(await stored(api, link.id)).toEqual({ rows: 7, objects: 7 });
  });

  it('of two sets at once under one nonce one counts, and nothing is left of the other', async () => {
    const link = await begun();
    const { nonce } = await challenged(link);
    const answers = await Promise.all([send(link, nonce), send(link, nonce)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await stored(api, link.id)).toEqual({ rows: 7, objects: 7 });
  });

  it('a nonce of another session, or none that was given out, is unknown', async () => {
    const [link, other] = [await begun(), await begun()];
    const { nonce } = await challenged(other);
    for (const wrong of [nonce, 'made-up']) {
      expect((await send(link, wrong)).body).toMatchObject({
        status_code: 422,
        error: 'nonce_unknown',
      });
    }
    expect(await stored(api, link.id)).toEqual(nothing);
  });

  it('after its two minutes, or once a newer one was asked for, a nonce has run out', async () => {
    const link = await begun();
    const older = await challenged(link);
    const newer = await challenged(link);
    const expired = { status_code: 409, error: 'nonce_expired' };
    expect((await send(link, older.nonce)).body).toMatchObject(expired);
    await api.db
      .updateTable('liveness_challenges')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('nonce_hash', '=', sha256(newer.nonce))
      .execute();
    expect((await send(link, newer.nonce)).body).toMatchObject(expired);
    expect(await stored(api, link.id)).toEqual(nothing);
  });

  it('the newest set counts, the older one stays for the trail; neither takes of the 40 files', async () => {
    const link = await begun();
    for (let set = 1; set <= 5; set += 1) {
      const sets = [frames.slice(1, 6), frames.slice(2, 7), frames.slice(3, 8)];
      expect((await send(link, (await challenged(link)).nonce, sets)).status).toBe(201);
    }
    const rows = await frameRows(link);
    expect(rows).toHaveLength(80);
    expect(rows.filter((row) => row.superseded_at === null)).toHaveLength(16);
    expect((await link.upload('selfie', frames[8] ?? Buffer.alloc(0))).status).toBe(201);
  });

  it('the wrong number of frames: 422 naming each; parts that are not asked for are named', async () => {
    const link = await begun();
    const { nonce } = await challenged(link);
    const few = await send(link, undefined, [frames.slice(1, 2), frames.slice(1, 7), []]);
    expect(few.status).toBe(422);
    expect(few.body['errors']).toMatchObject([
      { field: 'nonce', code: 'required' },
      { field: 'challenge_1', code: 'too_few' },
      { field: 'challenge_2', code: 'too_many' },
      { field: 'challenge_3', code: 'too_few' },
    ]);
    const four = await send(link, nonce, [...three(), frames.slice(7, 9)]);
    expect(four.headers.get('verifa-ignored-fields')).toBe('challenge_4');
  });

  it('one frame that is no picture, or of more than 2 MB: refused, and nothing is stored', async () => {
    const link = await begun();
    const { nonce } = await challenged(link);
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = frames;
    const endingIn = (frame: Buffer): Buffer[][] => [
      [first, second],
      [first, second],
      [first, frame],
    ];
    const [page, large] = [
      await send(link, nonce, endingIn(html)),
      await send(link, nonce, endingIn(Buffer.alloc(2 * 1024 * 1024 + 1, first))),
    ];
    expect(page.body).toMatchObject({ status_code: 415, error: 'unsupported_file_type' });
    expect(large.body).toMatchObject({ status_code: 413, error: 'payload_too_large' });
    expect(await stored(api, link.id)).toEqual(nothing);
    // None of this used the nonce up.
    expect((await send(link, nonce)).status).toBe(201);
  });

  it('the neutral frame shows exactly one face', async () => {
    const link = await begun();
    const { nonce } = await challenged(link);
    stage.facesInNeutral = 2;
    expect((await send(link, nonce)).body).toMatchObject({
      status_code: 422,
      error: 'face_count',
      faces: 2,
    });
    expect(await stored(api, link.id)).toEqual(nothing);
  });
});

describe('complete', () => {
  it('asks for it where the workflow does: state lists it, complete is 422 without it', async () => {
    const link = await newLink(api);
    await captureAll(link, frames[9] ?? Buffer.alloc(0));
    const piece = (done: boolean): unknown => expect.arrayContaining([{ piece: 'liveness', done }]);
    expect((await link.get('state')).body['required']).toEqual(piece(false));
    const refused = await link.post('complete');
    expect(refused.body).toMatchObject({ status_code: 422, missing: ['liveness'] });
    await send(link, (await challenged(link)).nonce);
    expect((await link.get('state')).body['required']).toEqual(piece(true));
    expect((await link.post('complete')).status).toBe(202);
    // The link is closed: no more frames, no more challenges.
    expect((await link.post('liveness/challenge')).status).toBe(410);
  });

  it('freezes the frames that count for the attempt', async () => {
    const link = await newLink(api);
    await captureAll(link, frames[9] ?? Buffer.alloc(0));
    await send(link, (await challenged(link)).nonce);
    await send(link, (await challenged(link)).nonce);
    await link.post('complete');
    const { id } = link;
    if (!isId('session', id)) throw new Error('not a session');
    const { document_ids: frozen } = await api.db
      .selectFrom('attempts')
      .select('document_ids')
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = await frameRows(link);
    const counting = rows.filter((row) => frozen.includes(row.id));
    expect(counting).toHaveLength(7);
    expect(counting.every((row) => row.superseded_at === null)).toBe(true);
  });
});

describe('redaction and export', () => {
  it('the export holds every frame; redaction removes every one of them, replaced ones too', async () => {
    const link = await newLink(api);
    await captureAll(link, frames[9] ?? Buffer.alloc(0));
    await send(link, (await challenged(link)).nonce);
    await send(link, (await challenged(link)).nonce);
    const { body: exported } = await api.ask('GET', `/api/v1/sessions/${link.id}/export`);
    const { documents } = z
      .object({ documents: z.array(z.object({ doc_type: z.string(), url: z.string() })) })
      .parse(exported);
    const shown = documents.filter((document) => document.doc_type === 'liveness_frame');
    expect(shown).toHaveLength(14);
    const picture = await fetch(shown[3]?.url ?? '');
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    const { body } = await api.ask('DELETE', `/api/v1/sessions/${link.id}/data`);
    expect(body).toMatchObject({ status: 'deleted', documents_removed: 16 });
    const rows = await frameRows(link);
    expect(rows.every((row) => row.removed_at !== null && row.content_hash.length === 0)).toBe(
      true,
    );
  });
});
