import { setSettings } from '../stack/set-settings';
import { beginTry } from '../../activities/webhooks/begin-try';
import { finishTry } from '../../activities/webhooks/finish-try';
import { newWebhookSecret } from '../../shared/webhooks/secret';
import { sealJson } from '../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../shared/crypto/session-key';
import { setDeliveryStage, type DeliveryStage } from './delivery-stage';
import { startScriptedReceiver, type Scripted, type ScriptedReceiver } from './scripted-receiver';
import { fireEvent, seedEndpoint, seedOwner, seedSession, type Owner } from './seed';

let stage: DeliveryStage;
const receivers: ScriptedReceiver[] = [];

beforeAll(async () => {
  stage = await setDeliveryStage({ activities: { tryTimeoutMs: 1_000 } });
});

afterAll(async () => {
  await Promise.all(receivers.map((one) => one.close()));
  await stage.stop();
});

async function receiver(...script: [Scripted, ...Scripted[]]): Promise<ScriptedReceiver> {
  const started = await startScriptedReceiver(script);
  receivers.push(started);
  return started;
}

async function owned(): Promise<{
  owner: Owner;
  sessionId: Awaited<ReturnType<typeof seedSession>>;
}> {
  const owner = await seedOwner(stage.db);
  return { owner, sessionId: await seedSession(stage.db, stage.keyring, owner, 'order-7') };
}

describe('what a delivery carries', () => {
  test('is signed with both secrets while the old one overlaps, and with one afterwards', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const old = newWebhookSecret();
    const overlapUntil = (until: Date) =>
      stage.db
        .updateTable('webhook_endpoints')
        .set({
          previous_secret_sealed: stage.keyring.sealForService(
            sealContext.webhookSecret(endpoint.id),
            Buffer.from(old),
          ),
          previous_secret_until: until,
        })
        .where('id', '=', endpoint.id)
        .execute();
    for (const [sequence, until] of [Date.now() + 60_000, Date.now() - 1].entries()) {
      await overlapUntil(new Date(until));
      const eventId = await fireEvent(stage.db, owner, {
        sessionId,
        type: 'session.started',
        sequence: sequence + 1,
      });
      await stage.decided(eventId, endpoint.id);
    }
    const counts = received.map((one) => [
      String(one.headers['webhook-signature']).split(' ').length,
      String(one.headers['x-verifa-signature']).split('v1=').length - 1,
    ]);
    expect(counts).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  test('carries no reference of a session that was redacted while it was tried', async () => {
    const { owner, sessionId } = await owned();
    const { url, received } = await receiver({ status: 500 }, { status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const eventId = await fireEvent(stage.db, owner, {
      sessionId,
      type: 'session.approved',
      sequence: 1,
    });
    await stage.row(eventId, endpoint.id);
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await stage.db
      .updateTable('sessions')
      .set({ retention_status: 'redacted', external_ref: null })
      .where('id', '=', sessionId)
      .execute();
    await stage.decided(eventId, endpoint.id);
    expect(received.map((one) => one.raw.includes('order-7'))).toEqual([true, false]);
  });

  test('carries the fields that the organisation allows, and null for them once the key is gone', async () => {
    const { owner, sessionId } = await owned();
    await setSettings(stage.db, { webhook_pii_fields: ['first_name'] });
    const session = await stage.db
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', sessionId)
      .executeTakeFirstOrThrow();
    const fields = { first_name: 'Ada', last_name: 'Lovelace' };
    const sealed = sealJson(
      keyToWork(stage.keyring, session),
      sealContext.extraction(sessionId, 1),
      fields,
    );
    await stage.db
      .insertInto('extractions')
      .values({ session_id: sessionId, attempt: 1, fields_sealed: sealed, created_at: new Date() })
      .execute();
    const { url, received } = await receiver({ status: 200 });
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const announce = async (sequence: number): Promise<void> => {
      const type = 'session.approved';
      const data = { attempt: 1 };
      const eventId = await fireEvent(stage.db, owner, { sessionId, type, sequence, data });
      await stage.decided(eventId, endpoint.id);
    };
    await announce(1);
    await stage.db
      .updateTable('sessions')
      .set({ wrapped_key: null, master_key_id: null, retention_status: 'redacted' })
      .where('id', '=', sessionId)
      .execute();
    await announce(2);
    expect(received.map((one): unknown => JSON.parse(one.raw))).toMatchObject([
      { extracted_data: { first_name: 'Ada' } },
      { extracted_data: { first_name: null } },
    ]);
    expect(received.some((one) => one.raw.includes('Lovelace'))).toBe(false);
  });

  test('and what a receiver answers to it is not kept when a redaction came in between', async () => {
    const { owner, sessionId } = await owned();
    const { url } = await receiver('hold');
    const endpoint = await seedEndpoint(stage.db, stage.keyring, owner, { url });
    const type = 'session.approved';
    const eventId = await fireEvent(stage.db, owner, { sessionId, type, sequence: 1 });
    const { id: deliveryId } = await stage.row(eventId, endpoint.id);
    const begun = await beginTry(stage.db, stage.keyring, { deliveryId, round: 1 }, new Date());
    if (begun.kind !== 'begun') throw new Error('nothing was begun');
    await stage.db
      .updateTable('sessions')
      .set({ retention_status: 'redacted' })
      .where('id', '=', sessionId)
      .execute();
    const heard = {
      statusCode: 200,
      errorCode: null,
      answerHead: 'content-type: text/plain',
      retryAfterMs: null,
      durationMs: 5,
    };
    await finishTry(
      stage.db,
      begun.attempt,
      { ...heard, answer: 'got order-7' },
      { retryScale: 1, random: 0.5, now: new Date() },
    );
    const kept = await stage.db
      .selectFrom('webhook_tries')
      .select(['status_code', 'answer'])
      .where('delivery_id', '=', deliveryId)
      .where('try_number', '=', begun.attempt.tryNumber)
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ status_code: 200, answer: null });
  });
});
