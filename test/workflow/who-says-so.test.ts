import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy } from '@temporalio/common';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { newId, type SessionId, type UserId } from '../../shared/domain/ids';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { sessionsQueue } from '../../shared/temporal/names';
import { inputOf } from '../../shared/temporal/session-start';
import {
  updateNames,
  type Actor,
  type SentEvent,
  type SignedMessage,
  type UpdateName,
} from '../../shared/temporal/session-messages';
import { setSettings } from '../stack/set-settings';
import { sessionSignals } from '../../shared/temporal/session-definitions';
import { setSessionStage, type SessionStage } from './session-stage';

/** What the default workflow's page collects. */
const everything = ['id_front', 'selfie', 'liveness_frame'] as const;
const someone: Actor = { kind: 'api_key', id: newId('apiKey') };
/** What the five signals carry; everything else takes a signature. */
const forOperators = new Set<UpdateName>(['submit', 'expire', 'resume', 'review', 'external']);

describe('an Update from Temporal’s UI or CLI', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);

  async function refusalOf(sent: Promise<unknown>): Promise<string> {
    const cause: unknown = await sent.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(cause instanceof WorkflowUpdateFailedError)) throw new Error('it was not refused');
    return cause.cause instanceof ApplicationFailure ? (cause.cause.type ?? '') : '';
  }

  async function under(dualReview: boolean): Promise<SessionId> {
    stage.checks.says.clear();
    stage.checks.says.set('document_quality', { status: 'failed', reasons: ['blurred'] });
    await setSettings(stage.db, { dual_review: dualReview });
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.reached(id, 'under_review');
    return id;
  }

  test.each(updateNames.filter((name) => !forOperators.has(name)))(
    '%s without a signature is refused and leaves nothing in the history',
    async (name) => {
      const id = await stage.create();
      await stage.send(id, { type: 'start_capture' });
      const before = (await stage.history(id)).events?.length;
      const message = { event: { type: name }, actor: someone, requestId: 'x1' };
      expect(await refusalOf(handle(id).executeUpdate(name, { args: [message] }))).toBe(
        'message_unsigned',
      );
      const events = (await stage.history(id)).events ?? [];
      expect(
        events.filter((one) => one.workflowExecutionUpdateAcceptedEventAttributes),
      ).toHaveLength(1);
      expect(events.length - (before ?? 0)).toBeLessThanOrEqual(3);
      expect(await stage.row(id)).toMatchObject({ sequence: 1, status: 'capturing' });
      await stage.send(id, { type: 'expire' });
    },
  );

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'redact'],
    [
      'an empty signature',
      { event: { type: 'redact' }, actor: someone, requestId: 'x', sequence: 0, signature: '' },
    ],
    [
      'a signature that is none',
      { event: { type: 'redact' }, actor: someone, requestId: 'x', sequence: 0, signature: 'zz' },
    ],
    [
      'a signature of another type',
      { event: { type: 'redact' }, actor: someone, requestId: 'x', sequence: 0, signature: 7 },
    ],
    ['a list', []],
  ])('redact with %s is refused, and the session lives on', async (_name, given) => {
    const id = await stage.create();
    await refusalOf(handle(id).executeUpdate('redact', { args: [given] }));
    await stage.send(id, { type: 'start_capture' });
    expect(await stage.row(id)).toMatchObject({ retention_status: 'active', sequence: 1 });
    await stage.send(id, { type: 'expire' });
  });

  test('an unsigned one that the signals know is the operator’s, whatever actor it names', async () => {
    const id = await stage.create();
    await handle(id).executeUpdate('expire', {
      args: [{ event: { type: 'expire' }, actor: someone, requestId: 'forged' }],
    });
    expect((await stage.ended(id)).status).toBe('expired');
    const [expiry] = (await stage.timeline(id)).filter(({ event }) => event === 'expire');
    expect(expiry).toMatchObject({ actor_kind: 'operator' });
    expect(expiry?.actor_id).not.toBe(someone.id);
  });

  test('an unsigned review names no reviewer: under dual review it is the first at most', async () => {
    const id = await under(true);
    const first: UserId = newId('user');
    const review = (reviewer: UserId) => ({
      event: { type: 'review', decision: 'approve', reviewer },
      actor: { kind: 'reviewer', id: reviewer },
      requestId: reviewer,
    });
    await handle(id).executeUpdate('review', { args: [review(first)] });
    expect((await stage.row(id)).state.firstReview).toEqual({ decision: 'approve', by: null });
    expect(
      await refusalOf(handle(id).executeUpdate('review', { args: [review(newId('user'))] })),
    ).toBe('reviewer_required');
    expect((await stage.row(id)).status).toBe('under_review');
    await stage.send(id, { type: 'expire' });
  });

  test('an unsigned review can ask for no pieces and put nobody on a list', async () => {
    const id = await under(false);
    const again = { type: 'review', decision: 'resubmit', pieces: ['selfie'] };
    expect(await refusalOf(handle(id).executeUpdate('review', { args: [{ event: again }] }))).toBe(
      'validation_failed',
    );
    await handle(id).executeUpdate('review', {
      args: [{ event: { type: 'review', decision: 'reject', blocklist: true } }],
    });
    await stage.ended(id);
    expect(await stage.db.selectFrom('list_items').select('id').execute()).toHaveLength(0);
  });

  describe('a signature', () => {
    const signed = async (id: SessionId, event: SentEvent): Promise<SignedMessage> =>
      createMessageSigner(stage.keyring).sign(id, (await stage.row(id)).sequence, {
        event,
        actor: someone,
        requestId: newId('event'),
      });

    test.each([
      [
        'another actor',
        (one: SignedMessage) => ({ ...one, actor: { kind: 'reviewer', id: 'usr_other' } }),
      ],
      ['another request', (one: SignedMessage) => ({ ...one, requestId: 'another' })],
      ['another state', (one: SignedMessage) => ({ ...one, sequence: one.sequence + 1 })],
      [
        'more in the event',
        (one: SignedMessage) => ({ ...one, event: { ...one.event, pieces: ['selfie'] } }),
      ],
    ])('does not cover %s', async (_name, forge) => {
      const id = await stage.create();
      const forged = forge(await signed(id, { type: 'place_hold' }));
      expect(await refusalOf(handle(id).executeUpdate('place_hold', { args: [forged] }))).toBe(
        'message_unsigned',
      );
      expect(await stage.row(id)).toMatchObject({ legal_hold: false, sequence: 0 });
      await stage.send(id, { type: 'expire' });
    });

    test('counts for its own session only, and for its own event', async () => {
      const [id, other] = [await stage.create(), await stage.create()];
      const message = await signed(other, { type: 'place_hold' });
      expect(await refusalOf(handle(id).executeUpdate('place_hold', { args: [message] }))).toBe(
        'message_unsigned',
      );
      expect(await refusalOf(handle(other).executeUpdate('redact', { args: [message] }))).toBe(
        'message_unsigned',
      );
      for (const one of [id, other]) await stage.send(one, { type: 'expire' });
    });

    test('of another keyring counts for nothing', async () => {
      const id = await stage.create();
      const stranger = createMessageSigner(createKeyring(newKeyringFile()));
      const forged = stranger.sign(id, 0, {
        event: { type: 'redact' },
        actor: someone,
        requestId: 'x',
      });
      expect(await refusalOf(handle(id).executeUpdate('redact', { args: [forged] }))).toBe(
        'message_unsigned',
      );
      await stage.send(id, { type: 'expire' });
    });

    test('read in the history and sent again moves nothing', async () => {
      const id = await stage.create();
      await stage.send(id, { type: 'place_hold' });
      const lift = await signed(id, { type: 'lift_hold' });
      await handle(id).executeUpdate('lift_hold', { args: [lift] });
      await stage.send(id, { type: 'place_hold' });
      expect(
        await refusalOf(
          handle(id).executeUpdate('lift_hold', { args: [lift], updateId: 'once-more' }),
        ),
      ).toBe('message_stale');
      expect(await stage.row(id)).toMatchObject({ legal_hold: true });
      await stage.send(id, { type: 'expire' });
    });

    test('a run started by hand with a key of one’s own still believes the service only', async () => {
      const row = await stage.seed();
      const stranger = createMessageSigner(createKeyring(newKeyringFile()));
      const forged = stranger.sign(row.id, 0, {
        event: { type: 'redact' },
        actor: someone,
        requestId: 'x',
      });
      const sent = stage.temporal.client.workflow.executeUpdateWithStart('redact', {
        args: [forged],
        startWorkflowOperation: new WithStartWorkflowOperation('sessionWorkflow', {
          taskQueue: sessionsQueue,
          workflowId: row.id,
          args: [{ ...inputOf(row), messageKey: stranger.publicKey }],
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      });
      expect(await refusalOf(sent)).toBe('message_unsigned');
      expect(await stage.row(row.id)).toMatchObject({ retention_status: 'active' });
      await stage.send(row.id, { type: 'start_capture' });
      expect((await stage.row(row.id)).status).toBe('capturing');
      await stage.send(row.id, { type: 'expire' });
    });

    test('messages of one moment are all judged: none is lost to another’s being first', async () => {
      const id = await stage.create();
      await stage.send(id, { type: 'start_capture' });
      const all = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          stage.send(id, { type: n % 2 === 0 ? 'place_hold' : 'lift_hold' }),
        ),
      );
      expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(6);
      await stage.send(id, { type: 'expire' });
    });
  });

  test.each([
    ['consent', 'consent_required', { consent_person_at: null }, everything],
    [
      'a consent that was taken back',
      'consent_withdrawn',
      { consent_withdrawn_at: new Date() },
      everything,
    ],
    ['a missing piece', 'missing_pieces', {}, ['id_front'] as const],
  ])(
    'a submit by signal or Update waits for %s, as the page’s does',
    async (_name, code, change, documents) => {
      const id = await stage.create({ documents });
      await stage.send(id, { type: 'start_capture' });
      await stage.db
        .updateTable('sessions')
        .set({ updated_at: new Date(), ...change })
        .where('id', '=', id)
        .execute();
      await handle(id).signal(sessionSignals.captureSubmitted);
      expect(await refusalOf(handle(id).executeUpdate('submit', { args: [] }))).toBe(code);
      const refused = (await stage.timeline(id)).filter(({ kind }) => kind === 'refused');
      expect(refused).toMatchObject([{ event: 'captureSubmitted', detail: { code } }]);
      expect((await stage.row(id)).status).toBe('capturing');
      await stage.send(id, { type: 'expire' });
    },
  );
});
