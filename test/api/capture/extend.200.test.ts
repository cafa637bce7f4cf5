import { sql } from 'kysely';
import { isId } from '../../../shared/domain/ids';
import { noRates } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';
import { text } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { setSettings } from '../../stack/set-settings';
import { consent, firstPage, linkAt, newLink, otherPage, type CaptureLink } from './capture-link';

const minuteMs = 60_000;

let api: RunningApi;
let aheadMs = 0;
beforeAll(async () => {
  const now = (): Date => new Date(Date.now() + aheadMs);
  api = await startApi({ worker: true, now, deps: { rates: noRates } });
});
beforeEach(async () => {
  aheadMs = 0;
  await setSettings(api.db, {});
});
afterAll(() => api.stop());

/** True, or nothing yet. */
async function isLockWaitedFor(): Promise<true | undefined> {
  const { rows } = await sql`SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(api.db);
  return rows.length > 0 ? true : undefined;
}

const laptop = { headers: firstPage };

async function deadline({ id }: CaptureLink): Promise<Date | null> {
  if (!isId('session', id)) throw new Error('no session');
  const { deadline_at: at } = await api.db
    .selectFrom('sessions')
    .select('deadline_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return at;
}

it('ten minutes more, twice: link and session end later, and every step goes on until then', async () => {
  const link = await newLink(api);
  const before = text((await link.get('state')).body, 'expires_at');
  aheadMs = 19 * minuteMs;
  for (const [left, minutes] of [
    [1, 10],
    [0, 20],
  ] as const) {
    const { status, body } = await link.post('extend', laptop);
    const end = new Date(Date.parse(before) + minutes * minuteMs);
    expect(status).toBe(200);
    expect(body).toEqual({
      expires_at: end.toISOString(),
      seconds_left: expect.any(Number) as unknown,
      extensions_left: left,
    });
    expect(await deadline(link)).toEqual(end);
    expect((await link.get('state', laptop)).body).toMatchObject({
      expires_at: end.toISOString(),
      can_extend: left > 0,
    });
  }
  const refused = await link.post('extend', laptop);
  expect(refused.body).toMatchObject({ status_code: 429, error: 'too_many_attempts' });
  aheadMs = 39 * minuteMs;
  expect((await consent(link, firstPage)).status).toBe(200);
  aheadMs = 41 * minuteMs;
  expect((await link.get('state', laptop)).status).toBe(410);
  const { body } = await api.ask('GET', `/api/v1/sessions/${link.id}/events`);
  expect(JSON.stringify(body['data']).match(/"extended"/g)).toHaveLength(2);
});

it('of three at once two are granted', async () => {
  const link = await newLink(api);
  await link.post('extend', laptop);
  const answers = await Promise.all([link.post('extend', laptop), link.post('extend', laptop)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
});

it('a handoff takes the time along and grants no more of it', async () => {
  const link = await newLink(api);
  const { body: extended } = await link.post('extend', laptop);
  const { body } = await link.post('handoff', laptop);
  expect(body['expires_at']).toBe(extended['expires_at']);
  const fresh = linkAt(link.id, text(body, 'capture_url'));
  const phone = { headers: otherPage };
  expect((await fresh.post('extend', phone)).body).toMatchObject({ extensions_left: 0 });
  expect((await fresh.post('extend', phone)).status).toBe(429);
  // Who handed it over may follow for as long.
  aheadMs = 39 * minuteMs;
  expect((await link.get('state', laptop)).body).toMatchObject({ handed_off: true });
  expect((await link.post('extend', laptop)).status).toBe(410);
});

it('a new capture begins with both', async () => {
  const link = await newLink(api);
  await link.post('extend', laptop);
  const { body } = await api.ask('POST', `/api/v1/sessions/${link.id}/resume`);
  const again = linkAt(link.id, text(body, 'capture_url'));
  expect((await again.post('extend', laptop)).body).toMatchObject({ extensions_left: 1 });
});

it('409 where the organisation allows none, and nothing moves', async () => {
  await setSettings(api.db, { allow_extend: false });
  const link = await newLink(api);
  const before = await deadline(link);
  expect((await link.get('state')).body).toMatchObject({ can_extend: false });
  const { body } = await link.post('extend', laptop);
  expect(body).toMatchObject({ status_code: 409, error: 'not_offered' });
  expect(await deadline(link)).toEqual(before);
});

it('judged when its turn comes: a link that ran out while it waited is over, as its workflow sees it', async () => {
  const link = await newLink(api);
  await consent(link, firstPage);
  const before = await deadline(link);
  aheadMs = 19 * minuteMs;
  const { id } = link;
  if (!isId('session', id)) throw new Error('no session');
  const answer = await api.db.transaction().execute(async (trx) => {
    await trx.selectFrom('sessions').select('id').where('id', '=', id).forUpdate().execute();
    const asked = link.post('extend', laptop);
    await eventually('a lock that is waited for', isLockWaitedFor);
    aheadMs = 21 * minuteMs;
    return { asked };
  });
  expect((await answer.asked).body).toMatchObject({ error: 'token_unavailable' });
  expect(await deadline(link)).toEqual(before);
});

it('a handoff that waited for more time hands that over', async () => {
  const link = await newLink(api);
  await consent(link, firstPage);
  const { id } = link;
  if (!isId('session', id)) throw new Error('no session');
  const end = new Date(Date.now() + 50 * minuteMs);
  const answer = await api.db.transaction().execute(async (trx) => {
    await trx.selectFrom('sessions').select('id').where('id', '=', id).forUpdate().execute();
    const asked = link.post('handoff', laptop);
    await eventually('a lock that is waited for', isLockWaitedFor);
    await trx
      .updateTable('capture_tokens')
      .set({ expires_at: end, extensions: 1 })
      .where('session_id', '=', id)
      .execute();
    await trx.updateTable('sessions').set({ deadline_at: end }).where('id', '=', id).execute();
    return { asked };
  });
  expect((await answer.asked).body).toMatchObject({ expires_at: end.toISOString() });
});

it('no link comes back to life, and no other page gives one more time', async () => {
  const link = await newLink(api);
  await consent(link, firstPage);
  const before = await deadline(link);
  expect((await link.post('extend', { headers: otherPage })).status).toBe(409);
  expect((await link.post('extend')).status).toBe(409);
  aheadMs = 20 * minuteMs;
  expect((await link.post('extend', laptop)).status).toBe(410);
  expect(await deadline(link)).toEqual(before);
});
