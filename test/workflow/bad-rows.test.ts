import { Readable } from 'node:stream';
import type { SessionId } from '../../shared/domain/ids';
import { searchAttributeKeys } from '../../shared/temporal/search-attributes';
import { eventually } from '../processes/running-process';
import { setSessionStage, type SessionStage } from './session-stage';

/** One bad row before good ones, in everything that goes through rows. */
let stage: SessionStage;
beforeAll(async () => {
  stage = await setSessionStage();
});
afterEach(() => {
  stage.alerts.splice(0);
  stage.alerted.splice(0);
});
afterAll(() => stage.stop());

const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

async function spoil(id: SessionId): Promise<void> {
  await stage.db
    .updateTable('sessions')
    .set({ state: JSON.stringify({ status: 'nonsense' }) })
    .where('id', '=', id)
    .execute();
}

async function aged(id: SessionId, days: number): Promise<void> {
  const at = new Date(Date.now() - days * 86_400_000);
  await stage.db.updateTable('sessions').set({ updated_at: at }).where('id', '=', id).execute();
}

async function reported(sessionId: SessionId): Promise<void> {
  await eventually('the alert', () =>
    Promise.resolve(stage.alerted.some((ids) => ids['sessionId'] === sessionId) || undefined),
  );
}

test('a session that cannot be read stops no retention behind it, and is named', async () => {
  // Not terminated, as in the wild: the time-skipping server would skip no time after that.
  const [{ id: bad }, good] = [await stage.seed(), await stage.create()];
  expect(bad < good).toBe(true);
  await spoil(bad);
  await aged(bad, 400);
  await aged(good, 400);
  await stage.activities.sweepSessions();
  await reported(bad);
  stage.alerted.splice(0);

  expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 1 });
  expect(await stage.row(good)).toMatchObject({ retention_status: 'redacted', wrapped_key: null });
  await reported(bad);
  expect(stage.alerted.filter((ids) => ids['sessionId'] === good)).toEqual([]);
  await handle(bad).terminate('done');
  await stage.db
    .deleteFrom('sessions')
    .where('id', '=', bad)
    .execute()
    .catch(() => undefined);
});

test('its workflow waits where an operator reads why, answers who asks, and goes on once it is mended', async () => {
  const { id, state } = await stage.seed();
  await spoil(id);
  await stage.sessions.start(await stage.row(id));
  await reported(id);
  await expect(stage.send(id, { type: 'start_capture' })).rejects.toMatchObject({
    code: 'temporarily_unavailable',
  });
  const history = await stage.history(id);

  expect(history.events?.some((event) => event.workflowTaskFailedEventAttributes)).toBe(false);
  const stuck = await handle(id).describe();
  expect(stuck.status.name).toBe('RUNNING');
  expect(stuck.typedSearchAttributes.get(searchAttributeKeys.reason)).toEqual([
    'session_unreadable',
  ]);

  await stage.db
    .updateTable('sessions')
    .set({ state: JSON.stringify(state) })
    .where('id', '=', id)
    .execute();
  await stage.temporal.sleep('2 minutes');

  expect((await stage.send(id, { type: 'start_capture' })).state.status).toBe('capturing');
  const mended = await handle(id).describe();
  expect(mended.typedSearchAttributes.get(searchAttributeKeys.reason)).toBeUndefined();
  await stage.send(id, { type: 'expire' });
});

test('an object that cannot be deleted holds up no other, of its own session or of others', async () => {
  const [bad, good] = [await stage.create(), await stage.create()];
  const keysOf = async (id: SessionId): Promise<readonly string[]> => {
    const rows = await stage.db
      .selectFrom('documents')
      .select('object_key')
      .where('session_id', '=', id)
      .execute();
    return rows.map(({ object_key: key }) => key);
  };
  const [badKeys, goodKeys] = [await keysOf(bad), await keysOf(good)];
  for (const key of [...badKeys, ...goodKeys]) await stage.objects.put(key, Readable.from(['x']));
  stage.objects.away = true;
  for (const id of [bad, good]) await stage.send(id, { type: 'redact' });
  for (const id of [bad, good]) await stage.ended(id);
  stage.objects.away = false;
  const [stuck = ''] = badKeys;
  const remove = stage.objects.delete.bind(stage.objects);
  const spy = jest
    .spyOn(stage.objects, 'delete')
    .mockImplementation((key) =>
      key === stuck ? Promise.reject(new Error('locked')) : remove(key),
    );
  expect(await stage.activities.finishErasures()).toEqual({ finished: 1 });
  expect([...stage.objects.keys]).toEqual([stuck]);
  expect(stage.alerted).toEqual([{ sessionId: bad, error: 'Error' }]);
  spy.mockRestore();
  expect(await stage.activities.finishErasures()).toEqual({ finished: 1 });
  expect(stage.objects.keys.size).toBe(0);
});

test('a part of the clean-up that fails is named, and the parts behind it have their turn', async () => {
  const { organization_id, environment } = await stage.seed();
  const at = new Date(Date.now() - 2 * 86_400_000);
  const old = { organization_id, environment, operation_id: 'old', effect_sealed: null };
  await stage.db
    .insertInto('operation_effects')
    .values({ ...old, created_at: at })
    .execute();
  await stage.db.schema.alterTable('capture_tokens').renameTo('elsewhere').execute();
  try {
    await expect(stage.activities.cleanUp()).rejects.toMatchObject({
      code: 'temporarily_unavailable',
    });
    expect(stage.alerted).toEqual([{ part: 'closed_tokens', error: 'error' }]);
    expect(await stage.db.selectFrom('operation_effects').selectAll().execute()).toEqual([]);
  } finally {
    await stage.db.schema.alterTable('elsewhere').renameTo('capture_tokens').execute();
  }
});
