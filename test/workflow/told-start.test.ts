import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy } from '@temporalio/common';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import type { SessionRow } from '../../shared/database/schema';
import { newId, type SessionId } from '../../shared/domain/ids';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { sessionsQueue, sessionWorkflowType } from '../../shared/temporal/names';
import { inputOf } from '../../shared/temporal/session-start';
import {
  sessionSignals,
  sessionUpdates,
  type SessionWorkflow,
} from '../../shared/temporal/session-definitions';
import type {
  Actor,
  SentEvent,
  SessionWorkflowInput,
  SignedMessage,
} from '../../shared/temporal/session-messages';
import { eventually } from '../processes/running-process';
import { setSessionStage, type SessionStage } from './session-stage';

const someone: Actor = { kind: 'api_key', id: newId('apiKey') };
const inTwentyMinutes = (): string => new Date(Date.now() + 20 * 60_000).toISOString();

/** What a run was told by its starter spares it a read, and is believed by nobody before the row agrees. */
describe('a run that was told its state', () => {
  let stage: SessionStage;
  let reads: string[];
  beforeAll(async () => {
    reads = [];
    stage = await setSessionStage({
      wrap: (real) => ({
        ...real,
        loadSession(id) {
          reads.push(id);
          return real.loadSession(id);
        },
      }),
    });
  });
  afterAll(() => stage.stop());

  const handle = (id: SessionId) => stage.temporal.client.workflow.getHandle(id);
  const readsOf = (id: SessionId): number => reads.filter((one) => one === id).length;

  /** As by hand in Temporal's UI: whatever its author wants to be believed. */
  async function startedByHand(
    row: SessionRow,
    input: Partial<SessionWorkflowInput> = {},
  ): Promise<void> {
    await stage.temporal.client.workflow.start<SessionWorkflow>(sessionWorkflowType, {
      taskQueue: sessionsQueue,
      workflowId: row.id,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
      args: [
        {
          ...inputOf(row),
          messageKey: createMessageSigner(stage.keyring).publicKey,
          begun: { deadlineAt: inTwentyMinutes() },
          ...input,
        },
      ],
    });
  }

  function signedBy(
    signer: ReturnType<typeof createMessageSigner>,
    id: SessionId,
    event: SentEvent,
    sequence = 0,
  ): SignedMessage {
    return signer.sign(id, sequence, { event, actor: someone, requestId: newId('event') });
  }

  /** Without skipping time, which would make the deadlines of all other sessions due. */
  async function closed(id: SessionId): Promise<SessionRow> {
    await eventually('the run to close', async () => {
      const { status } = await handle(id).describe();
      return status.name === 'RUNNING' ? undefined : true;
    });
    return stage.row(id);
  }

  async function refusalOf(sent: Promise<unknown>): Promise<string> {
    const cause: unknown = await sent.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(cause instanceof WorkflowUpdateFailedError)) throw new Error('it was not refused');
    return cause.cause instanceof ApplicationFailure ? (cause.cause.type ?? '') : '';
  }

  async function moved(
    row: SessionRow,
    change: Partial<SessionRow['state']>,
    sequence: number,
  ): Promise<SessionRow> {
    const state = { ...row.state, ...change };
    return stage.db
      .updateTable('sessions')
      .set({ state: JSON.stringify(state), status: state.status, sequence })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  test('is committed to by its first message, and never reads the row', async () => {
    const id = await stage.create();
    expect((await stage.send(id, { type: 'start_capture' })).state.status).toBe('capturing');
    expect((await stage.send(id, { type: 'expire' })).state.status).toBe('expired');
    await closed(id);
    expect(readsOf(id)).toBe(0);
  });

  test('with a key of one’s own believes the service only, and its author never', async () => {
    const row = await stage.seed();
    const stranger = createMessageSigner(createKeyring(newKeyringFile()));
    await startedByHand(row, { messageKey: stranger.publicKey });
    const forged = signedBy(stranger, row.id, { type: 'redact' });
    expect(
      await refusalOf(handle(row.id).executeUpdate(sessionUpdates.redact, { args: [forged] })),
    ).toBe('message_unsigned');
    expect(await stage.row(row.id)).toMatchObject({ sequence: 0, retention_status: 'active' });
    expect((await stage.send(row.id, { type: 'start_capture' })).state.status).toBe('capturing');
    expect(
      await refusalOf(
        handle(row.id).executeUpdate(sessionUpdates.place_hold, {
          args: [signedBy(stranger, row.id, { type: 'place_hold' }, 1)],
        }),
      ),
    ).toBe('message_unsigned');
    await stage.send(row.id, { type: 'expire' });
  });

  test('with a key of one’s own takes the service’s first message too', async () => {
    const row = await stage.seed();
    const stranger = createMessageSigner(createKeyring(newKeyringFile()));
    await startedByHand(row, { messageKey: stranger.publicKey });
    expect((await stage.send(row.id, { type: 'start_capture' })).state.status).toBe('capturing');
    await stage.send(row.id, { type: 'expire' });
  });

  test('of a live session as a sandbox one takes no outcome', async () => {
    const row = await stage.seed();
    await startedByHand(row, { environment: 'sandbox' });
    await expect(stage.send(row.id, { type: 'outcome', outcome: 'approve' })).rejects.toMatchObject(
      { code: 'invalid_state', extra: { status: 'pending' } },
    );
    expect(await stage.row(row.id)).toMatchObject({ sequence: 0, status: 'pending' });
    await stage.send(row.id, { type: 'expire' });
  });

  test.each([
    ['under review', { status: 'under_review', attempt: 1, openCase: newId('case') }, 3],
    ['held and capturing', { status: 'capturing', legalHold: true }, 2],
  ] as const)('of a session that is %s answers from the row', async (_name, change, sequence) => {
    const row = await stage.seed();
    await moved(row, change, sequence);
    await startedByHand(row);
    await expect(
      stage.send(row.id, { type: 'external', decision: 'continue' }),
    ).rejects.toMatchObject({ extra: { status: change.status } });
    expect(readsOf(row.id)).toBe(1);
    const view = await stage.send(row.id, { type: 'expire' });
    expect(view).toMatchObject({ sequence: sequence + 1, state: { status: 'expired' } });
    expect(stage.alerts).toEqual([]);
  });

  test('of a session that moved meanwhile: a signal does what the row allows, and is not lost', async () => {
    const row = await stage.seed();
    await moved(row, { status: 'under_review', attempt: 1, openCase: newId('case') }, 3);
    await startedByHand(row);
    // Moves a new session as it does this one: the commit finds another row than the run was told of.
    await handle(row.id).signal(sessionSignals.expire);
    expect(await closed(row.id)).toMatchObject({ status: 'expired', sequence: 4 });
    const transitions = (await stage.timeline(row.id)).filter(({ kind }) => kind === 'transition');
    expect(transitions.map(({ from_status: from, event }) => [from, event])).toContainEqual([
      'under_review',
      'expire',
    ]);
    expect(stage.alerts).toEqual([]);
  });

  test('of a session that is over ends by itself once its row is asked', async () => {
    const id = await stage.create();
    await stage.send(id, { type: 'expire' });
    const over = await closed(id);
    await startedByHand(over);
    expect(
      await refusalOf(
        handle(id).executeUpdate(sessionUpdates.submit, {
          args: [signedBy(createMessageSigner(stage.keyring), id, { type: 'submit' })],
        }),
      ),
    ).toBe('invalid_state');
    expect(await closed(id)).toMatchObject({ status: 'expired', sequence: over.sequence });
  });

  test('messages of one moment: the first goes by what was told, and all are judged in order', async () => {
    const id = await stage.create();
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        stage.send(id, { type: n % 2 === 0 ? 'place_hold' : 'lift_hold' }),
      ),
    );
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(6);
    await stage.send(id, { type: 'expire' });
  });

  test('of a row that cannot be read says so, and goes on once it is mended', async () => {
    const row = await stage.seed();
    await stage.sessions.begin(row);
    await stage.db
      .updateTable('sessions')
      .set({ state: JSON.stringify({ status: 'nonsense' }) })
      .where('id', '=', row.id)
      .execute();
    await expect(stage.send(row.id, { type: 'start_capture' })).rejects.toMatchObject({
      code: 'temporarily_unavailable',
    });
    expect(stage.alerts.splice(0)).not.toEqual([]);
    await stage.db
      .updateTable('sessions')
      .set({ state: JSON.stringify(row.state) })
      .where('id', '=', row.id)
      .execute();
    await stage.temporal.sleep('2 minutes');
    expect((await stage.send(row.id, { type: 'start_capture' })).state.status).toBe('capturing');
    await stage.send(row.id, { type: 'expire' });
  });

  test('is told so once: a session that ever ran is not begun again', async () => {
    const row = await stage.seed();
    await stage.sessions.begin(row);
    await stage.send(row.id, { type: 'expire' });
    await closed(row.id);
    const { runId } = await handle(row.id).describe();
    await stage.sessions.begin(row);
    expect((await handle(row.id).describe()).runId).toBe(runId);
  });

  // Last: the time that it skips is behind everything else.
  test('expires when the row says so, whatever deadline it was told', async () => {
    const early = await stage.seed();
    await startedByHand(early, { begun: { deadlineAt: new Date(0).toISOString() } });
    await eventually('the row to be read', () =>
      Promise.resolve(readsOf(early.id) > 0 || undefined),
    );
    expect((await stage.send(early.id, { type: 'start_capture' })).state.status).toBe('capturing');
    await stage.send(early.id, { type: 'expire' });

    const late = await stage.seed();
    await startedByHand(late, { begun: { deadlineAt: '2999-01-01T00:00:00.000Z' } });
    const expired = await stage.ended(late.id);
    expect(expired.status).toBe('expired');
    const days = ((expired.expired_at?.getTime() ?? Infinity) - Date.now()) / 86_400_000;
    expect(days).toBeLessThan(7.1);

    const none = await stage.seed();
    await startedByHand(none, { begun: { deadlineAt: 'soon' } });
    expect((await stage.ended(none.id)).status).toBe('expired');
  });
});
