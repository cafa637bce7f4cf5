import {
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowIdReusePolicy } from '@temporalio/common';
import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import { noteSession } from '../tracing/log-context';
import { isErrorCode } from '../domain/errors/catalogue';
import { VerifaError } from '../domain/errors/verifa-error';
import { isTerminal } from '../domain/lifecycle/status-catalogue';
import { transition } from '../domain/lifecycle/transition';
import { startInvitation, type Invitation } from './invitation-client';
import { sessionWorkflowType } from './names';
import type { MessageSigner } from './message-signer';
import { sessionUpdates, type SessionUpdate, type SessionWorkflow } from './session-definitions';
import type { SentEvent, SessionMessage, SessionView, SignedMessage } from './session-messages';
import { noPages, type OperatorPages } from './operator-pages';
import { startOptions, type Starting, type StartOptions } from './session-start';

/** The one way from outside into a session's workflow. */
export interface SessionClient {
  /** Starts what sends an invitation; one that was started already is left alone. */
  invite(invitation: Invitation): Promise<void>;
  /**
   * Starts the workflow of a session that was created a moment ago, and tells it its state. One that was
   * ever started is left alone: its state is the row's.
   */
  begin(row: SessionRow): Promise<void>;
  /** Starts the workflow of a row; one that runs already is left alone. */
  start(row: Starting): Promise<void>;
  /**
   * Sends an event and waits until its transition is committed. Starts the workflow when it should be
   * running and is not, and when the event opens a terminal session again.
   *
   * @throws VerifaError the refusal, with `extra.status`; temporarily_unavailable when Temporal is away
   */
  send(row: SessionRow, message: SessionMessage): Promise<SessionView>;
}

/** These open a closed session again, or erase it: the next run is started with them. */
const opening: ReadonlySet<SentEvent['type']> = new Set([
  'resume',
  'reprocess',
  'redact',
  'hide_data',
  'end_retention',
  'place_hold',
  'lift_hold',
]);

/** Tries of one message, with one update id, so that a repeat takes effect once. */
const tries = 4;
const pauseMs = 250;
/** About as long as a transition takes to be committed. */
const stalePauseMs = 20;
/** Above a worker's restart. */
const patientMs = 20_000;

export interface SessionClientOptions {
  /** Within which a message is answered, or fails. Default: 20 s, for whom nobody waits. */
  readonly answerWithinMs?: number;
  /** Links for operators. Default: none, only paths. */
  readonly pages?: OperatorPages;
}

export function createSessionClient(
  temporal: Client,
  db: Kysely<Database>,
  signer: MessageSigner,
  { answerWithinMs = patientMs, pages = noPages }: SessionClientOptions = {},
): SessionClient {
  const optionsOf = (row: Starting): StartOptions => startOptions(row, signer.publicKey, pages);

  async function inTime<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await temporal.withDeadline(Date.now() + answerWithinMs, work);
    } catch (cause) {
      throw isTransport(cause) ? unavailable(cause) : cause;
    }
  }

  /** A message that overtook its workflow's start would be refused, and start it once more. */
  const starting = new Map<SessionRow['id'], Promise<void>>();

  async function noted(id: SessionRow['id'], started: Promise<void>): Promise<void> {
    starting.set(id, started);
    await started.finally(() => {
      if (starting.get(id) === started) starting.delete(id);
    });
  }

  async function withStart(
    row: SessionRow,
    message: SessionMessage,
    updateId: string,
  ): Promise<SessionView> {
    return temporal.workflow.executeUpdateWithStart<SessionWorkflow, SessionView, [SignedMessage]>(
      updateOf(message.event),
      {
        args: [signer.sign(row.id, row.sequence, message)],
        updateId,
        startWorkflowOperation: new WithStartWorkflowOperation<SessionWorkflow>(
          sessionWorkflowType,
          optionsOf(row),
        ),
      },
    );
  }

  async function once(
    row: SessionRow,
    message: SessionMessage,
    updateId: string,
  ): Promise<SessionView> {
    if (!isTerminal(row.status)) {
      try {
        return await temporal.workflow
          .getHandle(row.id)
          .executeUpdate<SessionView, [SignedMessage]>(updateOf(message.event), {
            args: [signer.sign(row.id, row.sequence, message)],
            updateId,
          });
      } catch (cause) {
        if (!(cause instanceof WorkflowNotFoundError)) throw cause;
      }
    }
    // Closed before or in between, terminated by hand, or never started: the row of now tells which.
    const now = await currentRow(db, row);
    const refused = isTerminal(now.status) ? refusalOfClosed(now, message.event) : null;
    if (refused === null) return withStart(now, message, updateId);
    const earlier = await earlierAnswer(now, message);
    if (earlier === undefined) throw refused;
    return earlier;
  }

  /**
   * What this very message was answered, or still will be: it may be the one that closed the session,
   * sent again because a process died before its sender heard. Undefined when it is a new one.
   */
  async function earlierAnswer(
    row: SessionRow,
    { requestId }: SessionMessage,
  ): Promise<SessionView | undefined> {
    try {
      return await temporal.workflow
        .getHandle(row.id)
        .getUpdateHandle<SessionView>(requestId)
        .result();
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) return undefined;
      throw cause;
    }
  }

  return {
    invite: (invitation) => inTime(() => startInvitation(temporal, invitation)),
    async begin(row) {
      if (row.sequence > 0 || row.deadline_at === null) return this.start(row);
      const options = optionsOf(row);
      const begun = { deadlineAt: row.deadline_at.toISOString() };
      const started = inTime(async () => {
        try {
          await temporal.workflow.start<SessionWorkflow>(sessionWorkflowType, {
            ...options,
            args: [{ ...options.args[0], begun }],
            workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
          });
        } catch (cause) {
          if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
        }
      });
      await noted(row.id, started);
    },
    async start(row) {
      await inTime(() => temporal.workflow.start(sessionWorkflowType, optionsOf(row)));
    },
    async send(row, message) {
      noteSession(row.id);
      const end = Date.now() + answerWithinMs;
      await starting.get(row.id)?.catch(() => undefined);
      let seen = row;
      let updateId = message.requestId;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await temporal.withDeadline(end, () => once(seen, message, updateId));
        } catch (cause) {
          const refusal = refusalOf(cause);
          const isStale = refusal?.code === 'message_stale';
          if (refusal !== undefined && !isStale) throw refusal;
          const isSpent = !isStale && (attempt >= tries || !isTransport(cause));
          if (isSpent || Date.now() + pauseMs > end) throw unavailable(cause);
          await new Promise((resolve) =>
            setTimeout(resolve, isStale ? stalePauseMs : pauseMs * attempt),
          );
          // Something else came first: judged anew, as the session stands now.
          if (isStale) seen = await currentRow(db, row);
          if (isStale) updateId = `${message.requestId}-${String(seen.sequence)}`;
        }
      }
    },
  };
}

/** A closed session answers from its row, as its workflow would; null when it would not refuse. */
function refusalOfClosed(row: SessionRow, event: SentEvent): VerifaError | null {
  const step = transition(row.state, event);
  const extra = { status: row.status };
  if (step.kind === 'refused') return new VerifaError(step.code, { extra });
  // A repeated decision gets the first answer again: the run that is started for it says so and ends.
  const isLate = step.kind === 'moved' && !opening.has(event.type);
  return isLate ? new VerifaError('invalid_state', { extra }) : null;
}

async function currentRow(db: Kysely<Database>, row: SessionRow): Promise<SessionRow> {
  return db.selectFrom('sessions').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

function updateOf(event: SentEvent): SessionUpdate {
  return sessionUpdates[event.type];
}

/** What the workflow, or `refuseIfClosed`, said no with; undefined for trouble on the way. */
function refusalOf(cause: unknown): VerifaError | undefined {
  if (cause instanceof VerifaError) return cause;
  if (!(cause instanceof WorkflowUpdateFailedError)) return undefined;
  const failure = cause.cause;
  if (!(failure instanceof ApplicationFailure)) return undefined;
  const code = failure.type ?? '';
  if (!isErrorCode(code)) return undefined;
  const [refusal] = failure.details ?? [];
  const status = isRefusal(refusal) ? { status: refusal.status } : {};
  return new VerifaError(code, { extra: status, cause });
}

function isRefusal(value: unknown): value is { readonly status: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    typeof value.status === 'string'
  );
}

function isTransport(cause: unknown): boolean {
  return (
    cause instanceof ServiceError ||
    cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    cause instanceof WorkflowUpdateFailedError ||
    cause instanceof WorkflowNotFoundError
  );
}

function unavailable(cause: unknown): VerifaError {
  return new VerifaError('temporarily_unavailable', { cause, retryAfterSeconds: 2 });
}
