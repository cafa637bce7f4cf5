import { z } from 'zod';
import { sha256 } from '../../shared/crypto/seal';
import { isId, type Id } from '../../shared/domain/ids';
import type { LivenessChallenge } from '../../shared/domain/checks/liveness-challenge';
import { call, text } from '../processes/api-caller';
import { startService, type RunningService } from '../processes/running-service';
import { decidedSession } from '../whole-way/capture-by-curl';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { useBrowser } from './browser/page-browser';
import { personAt } from './browser/person';
import { say } from './browser/words';
import { filmFace, pictureOf, type FilmWish, type Performer } from './film-face';

// Two people whose movements are clear ones, to the page and to the engine.
const first: Performer = {
  person: 16,
  neutral: 2,
  selfie: 1,
  shows: { turn_left: 7, turn_right: 8, look_up: 9 },
};
const second: Performer = {
  person: 1,
  neutral: 1,
  selfie: 3,
  shows: { turn_left: 2, turn_right: 4, look_up: 9 },
};

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const browser = useBrowser();

/** Somebody with a page that lacks nothing but liveness, whose draw is what the performer has pictures of. */
async function awaitsLiveness(performer: Performer, wish: FilmWish = {}) {
  const { apiUrl, liveKey: key, db } = service;
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: { country: 'NL' } });
  const [id, url] = [text(created.body, 'id'), text(created.body, 'capture_url')];
  if (!isId('session', id)) throw new Error('not a session');
  const pictures = await madeUpPictures();
  const portrait = await pictureOf(performer, performer.neutral);
  const passport = await pictures.passport(await pictures.person(5, { portrait }));
  const selfie = await pictureOf(performer, performer.selfie);
  const { page, context } = await browser.visitor(apiUrl, { camera: 'browser' });
  await filmFace(context, performer, wish);
  await page.goto(url);
  // The steps before it have tests of their own: here the page's own client takes them by its calls.
  const sent = await page.evaluate(
    `(async ([passport, selfie]) => {
      const post = async (step, body, headers = {}) =>
        (await fetch(location.pathname + '/' + step, { method: 'POST', body, headers })).status;
      const json = (step, body) =>
        post(step, JSON.stringify(body), { 'Content-Type': 'application/json' });
      const picture = (step, base64, side) => {
        const form = new FormData();
        if (side !== undefined) form.append('side', side);
        form.append('file', new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
        return post(step, form);
      };
      return [
        await json('consent', { accepted: true, version: '1' }),
        await json('document-type', { document_type: 'passport', country: 'NL' }),
        await picture('documents', passport, 'front'),
        await picture('selfie', selfie),
      ];
    })(${JSON.stringify([passport, selfie].map((bytes) => bytes.toString('base64')))})`,
  );
  expect(sent).toEqual([200, 200, 201, 201]);
  const challenges = Object.keys(performer.shows) as LivenessChallenge[];
  const session = await db
    .selectFrom('sessions')
    .select('capture')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // As if it had been drawn before: the draw stays until it is answered.
  const past = new Date(Date.now() - 1_000);
  await db
    .insertInto('liveness_challenges')
    .values({
      nonce_hash: sha256(`of ${id}`),
      session_id: id,
      capture: session.capture,
      challenges,
      colours: null,
      issued_at: past,
      expires_at: past,
    })
    .execute();
  await page.reload();
  return { id, page, person: personAt(page) };
}

const verifications = z.object({
  data: z.array(
    z.object({
      check: z.string(),
      status: z.string(),
      score: z.number().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
});

async function livenessOf(id: string) {
  const { apiUrl, liveKey: key } = service;
  await decidedSession(apiUrl, key, id);
  const { body } = await call('GET', `${apiUrl}/api/v1/sessions/${id}/verifications`, { key });
  return verifications.parse(body).data.find(({ check }) => check === 'liveness');
}

/** The rows that say how the frames of the answered challenge were taken. */
async function framesOf(id: Id<'session'>) {
  return service.db
    .selectFrom('liveness_frames')
    .innerJoin(
      'liveness_challenges',
      'liveness_challenges.nonce_hash',
      'liveness_frames.nonce_hash',
    )
    .select(['liveness_frames.challenge', 'at_ms', 'colours_from_ms'])
    .where('liveness_challenges.session_id', '=', id)
    .orderBy('liveness_frames.challenge')
    .orderBy('position')
    .execute();
}

it('performed before the camera, in the light of the screen: passed by the real engine', async () => {
  const { id, person } = await awaitsLiveness(first, { isLit: true });
  await person.sees(say('liveness.title'));
  await person.press(say('liveness.start'));
  await person.sees(say('liveness.turn_left.title'));
  await person.sees(say('liveness.turn_right.title'));
  await person.sees(say('liveness.look_up.title'));
  await person.sees(say('review.title'));
  const frames = await framesOf(id);
  expect(frames.length).toBeGreaterThanOrEqual(7);
  const times = frames.map(({ at_ms }) => at_ms);
  expect([...times].sort((one, other) => Number(one) - Number(other))).toEqual(times);
  expect(frames[0]?.colours_from_ms).toBeGreaterThanOrEqual(0);
  await person.press(say('review.send'));
  expect(await livenessOf(id)).toMatchObject({ status: 'passed', score: 1 });
});

it('who refuses the light is judged without it', async () => {
  const { id, page, person } = await awaitsLiveness(second);
  await person.sees(say('liveness.title'));
  await page.getByRole('checkbox').uncheck();
  await person.press(say('liveness.start'));
  await person.sees(say('liveness.turn_left.title'));
  expect(await page.locator('.coloured-light').count()).toBe(0);
  await person.sees(say('review.title'));
  expect((await framesOf(id))[0]?.colours_from_ms).toBeNull();
  await person.press(say('review.send'));
  expect(await livenessOf(id)).toMatchObject({ status: 'passed', score: 0.9 });
});

it('a nonce that runs out on the way is replaced, and nobody notices', async () => {
  const { id, page, person } = await awaitsLiveness(first);
  let refused = 0;
  await page.route('**/liveness', async (route) => {
    refused += 1;
    if (refused === 1) {
      await service.db
        .updateTable('liveness_challenges')
        .set({ expires_at: new Date(0) })
        .where('session_id', '=', id)
        .execute();
    }
    await route.continue();
  });
  await person.press(say('liveness.start'));
  await person.sees(say('review.title'));
  expect(refused).toBe(2);
  // The times were those of another nonce.
  expect(new Set((await framesOf(id)).map(({ at_ms }) => at_ms))).toEqual(new Set([null]));
});

it('who cannot do it says so, and goes on', async () => {
  const { person } = await awaitsLiveness(first, { isEmpty: true });
  await person.press(say('liveness.start'));
  await person.sees(say('liveness.neutral.title'));
  await person.press(say('liveness.decline'));
  await person.sees(say('review.title'));
});
