import type { OrganizationSettings } from '../../shared/domain/organization/settings';
import { setSettings } from '../stack/set-settings';
import type { SessionId } from '../../shared/domain/ids';
import { setSessionStage, type SessionStage } from './session-stage';

describe('retention', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterEach(() => settings({}));
  afterAll(() => stage.stop());

  const settings = (own: OrganizationSettings): Promise<void> => setSettings(stage.db, own);

  /** As if it had come to its end so many days ago. */
  async function endedDaysAgo(id: SessionId, days: number): Promise<void> {
    const at = new Date(Date.now() - days * 86_400_000);
    const { ended_at: endedAt } = await stage.row(id);
    await stage.db
      .updateTable('sessions')
      .set({ updated_at: at, ended_at: endedAt === null ? null : at })
      .where('id', '=', id)
      .execute();
  }

  async function decided(): Promise<SessionId> {
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  }

  async function firedOnce(id: SessionId, type: string): Promise<number> {
    return (await stage.events(id)).filter((event) => event.type === type).length;
  }

  test('hides after 90 days and destroys after 365, each once', async () => {
    const id = await decided();
    await endedDaysAgo(id, 89);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 0 });
    await endedDaysAgo(id, 91);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 1, destroyed: 0 });
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 0 });
    const hidden = await stage.row(id);
    expect(hidden).toMatchObject({ status: 'completed', retention_status: 'sensitive_redacted' });
    expect(hidden.wrapped_key).not.toBeNull();
    await endedDaysAgo(id, 366);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 1 });
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 0 });
    expect(await stage.row(id)).toMatchObject({
      status: 'completed',
      retention_status: 'redacted',
      wrapped_key: null,
    });
    expect(await firedOnce(id, 'session.retention-expired')).toBe(1);
    expect(await firedOnce(id, 'session.redacted')).toBe(0);
  });

  test("goes by the organisation's own days", async () => {
    const id = await decided();
    await endedDaysAgo(id, 8);
    await settings({ sensitive_data_retention_days: 7, data_retention_days: 30 });
    expect(await stage.activities.endRetention()).toEqual({ hidden: 1, destroyed: 0 });
    await settings({ sensitive_data_retention_days: 7, data_retention_days: 7 });
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 1 });
  });

  test('waits for a hold to be lifted', async () => {
    const id = await decided();
    await stage.send(id, { type: 'place_hold' });
    await endedDaysAgo(id, 400);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 0 });
    await expect(stage.send(id, { type: 'end_retention' })).rejects.toMatchObject({
      code: 'legal_hold',
    });
    await stage.send(id, { type: 'lift_hold' });
    await endedDaysAgo(id, 400);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 1 });
  });

  test('counts from the first end of the last capture, which a reprocess does not move', async () => {
    const id = await decided();
    const { ended_at: endedAt } = await stage.row(id);
    expect(endedAt).not.toBeNull();
    await stage.send(id, { type: 'reprocess', via: 'reprocess' });
    await stage.ended(id);
    expect((await stage.row(id)).ended_at).toEqual(endedAt);
  });

  test('a capture that begins again counts anew', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'expire' });
    await stage.ended(id);
    expect((await stage.row(id)).ended_at).not.toBeNull();
    await stage.send(id, { type: 'resume' });
    expect((await stage.row(id)).ended_at).toBeNull();
    await stage.send(id, { type: 'expire' });
  });

  test('what was forgotten in review expires, and is destroyed', async () => {
    stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.reached(id, 'under_review');
    await endedDaysAgo(id, 364);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 0 });
    await endedDaysAgo(id, 366);
    expect(await stage.activities.endRetention()).toEqual({ hidden: 0, destroyed: 1 });
    expect(await stage.row(id)).toMatchObject({ status: 'expired', retention_status: 'redacted' });
    expect(await firedOnce(id, 'session.expired')).toBe(1);
    expect(await firedOnce(id, 'session.retention-expired')).toBe(1);
  });
});
