import { eventually } from '../../processes/running-process';
import { setReviewStage, type ReviewStage } from '../cases/review-stage';
import { openEventSource, type EventSource } from '../stream/event-source';
import { signIn, type SignedIn } from './signed-in';

/** A queue that somebody follows tells them nothing more once they may not read it. */
let stage: ReviewStage;
const open: EventSource[] = [];
beforeAll(async () => {
  stage = await setReviewStage();
});
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});
afterAll(() => stage.stop());

async function follow(headers: Record<string, string>): Promise<EventSource> {
  const source = await openEventSource(`${stage.api.url}/api/v1/cases/stream`, headers);
  open.push(source);
  await eventually('the queue to be listened to', () =>
    Promise.resolve(source.events.length > 0 ? true : undefined),
  );
  return source;
}

const changes: Readonly<Record<string, (user: SignedIn) => Promise<unknown>>> = {
  'its sign-in was ended': ({ sessionId }) =>
    stage.api.db
      .updateTable('console_sessions')
      .set({ revoked_at: new Date() })
      .where('id', '=', sessionId)
      .execute(),
  'whoever follows left': ({ userId }) =>
    stage.api.db
      .updateTable('users')
      .set({ deactivated_at: new Date() })
      .where('id', '=', userId)
      .execute(),
  'the other environment was chosen': ({ sessionId }) =>
    stage.api.db
      .updateTable('console_sessions')
      .set({ current_environment: 'sandbox' })
      .where('id', '=', sessionId)
      .execute(),
};

it.each(Object.entries(changes))(
  'ends, and tells nothing of a case that opens after %s',
  async (_name, change) => {
    const user = await signIn(stage.api);
    const [ended, goesOn] = [
      await follow(user.headers),
      await follow((await signIn(stage.api)).headers),
    ];
    await change(user);
    stage.later(5_000);
    const { caseId } = await stage.underReview();
    const tellsOf = (source: EventSource) => source.raw().includes(caseId);
    expect(await ended.ended).toHaveLength(1);
    expect(tellsOf(ended)).toBe(false);
    await eventually('the other one to hear of it', () =>
      Promise.resolve(tellsOf(goesOn) ? true : undefined),
    );
  },
);

it('ends so for a key that was revoked', async () => {
  const made = await stage.ask('POST', '/api-keys', { label: 'desk', scopes: ['cases:read'] });
  expect(made.status).toBe(201);
  const source = await follow({ 'X-API-Key': String(made.body['key']) });
  expect((await stage.ask('POST', `/api-keys/${String(made.body['id'])}/expire`)).status).toBe(200);
  stage.later(5_000);
  await stage.underReview();
  expect(await source.ended).toHaveLength(1);
});
