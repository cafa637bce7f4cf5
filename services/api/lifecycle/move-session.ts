import type { Kysely } from 'kysely';
import type { Whence } from '../../../shared/audit/personal-values';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { SessionStatus } from '../../../shared/domain/lifecycle/state';
import { encloseWith, withdrawEnclosure, type Enclosed } from '../../../shared/records/enclosure';
import type { Actor, SentEvent, SessionView } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { whenceOf } from '../http/whence';
import { findSession } from './find-session';

export interface Moved {
  /** The row as it is after the committed transition: whoever has an answer can read it back. */
  readonly row: SessionRow;
  readonly view: MoveView;
}

/** Where a message led. */
export interface MoveView {
  readonly status: SessionStatus;
  readonly attempt: number;
  /** True when the event had taken effect before, by another message: the first answer again. */
  readonly repeated: boolean;
}

export type Mover = Pick<
  Call<unknown, unknown, unknown>,
  'caller' | 'actor' | 'operationId' | 'mayBeRepeat' | 'requestId' | 'clientAddress' | 'request'
>;
type SendDeps = Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock'>;

/** The only way in which the API moves a session: a message to its workflow. */
export async function moveSession(
  deps: SendDeps,
  call: Mover,
  before: SessionRow,
  event: SentEvent,
  enclosed: Enclosed = {},
): Promise<MoveView> {
  const { actor, operationId, requestId } = call;
  return (
    (await earlierMove(deps.db, before.id, call)) ??
    viewOf(
      await sendEnclosed(
        deps,
        before,
        { event, actor, operationId },
        { requestId, whence: whenceOf(call), ...enclosed },
      ),
    )
  );
}

/** The same, and what is there to be read now. */
export async function moveAndRead(
  deps: SendDeps,
  call: Mover,
  before: SessionRow,
  event: SentEvent,
  enclosed: Enclosed = {},
): Promise<Moved> {
  const view = await moveSession(deps, call, before, event, enclosed);
  return { row: await findSession(deps.db, call.caller, before.id), view };
}

/**
 * Where this very operation led, when its first holder died before anybody heard. It may be long past:
 * the session's workflow no longer knows the message, the timeline does.
 */
export async function earlierMove(
  db: Kysely<Database>,
  sessionId: SessionRow['id'],
  { operationId, mayBeRepeat }: Pick<Mover, 'operationId' | 'mayBeRepeat'>,
): Promise<MoveView | undefined> {
  if (!mayBeRepeat) return undefined;
  const row = await db
    .selectFrom('timeline')
    .select(['to_status', 'attempt'])
    .where('session_id', '=', sessionId)
    .where('request_id', '=', operationId)
    .executeTakeFirst();
  return row?.to_status == null
    ? undefined
    : { status: row.to_status, attempt: row.attempt, repeated: false };
}

/** Sends a message with what belongs to it; refused or of no effect, nothing of it is left. */
export async function sendEnclosed(
  { db, keyring, sessions, clock }: SendDeps,
  session: SessionRow,
  {
    event,
    actor,
    operationId,
  }: { readonly event: SentEvent; readonly actor: Actor; readonly operationId: string },
  enclosed: Enclosed & { readonly requestId: string; readonly whence: Whence },
): Promise<SessionView> {
  await encloseWith(db, keyring, session, { operationId, at: clock(), ...enclosed });
  const withdraw = () => withdrawEnclosure(db, session.id, operationId);
  try {
    const view = await sessions.send(session, { event, actor, requestId: operationId });
    if (view.repeated) await withdraw();
    return view;
  } catch (error) {
    // After 5xx nobody knows whether it still arrives; what is left then the sweep deletes.
    if (error instanceof VerifaError && error.status < 500) await withdraw();
    throw error;
  }
}

function viewOf({ state, repeated }: SessionView): MoveView {
  return { status: state.status, attempt: state.attempt, repeated };
}
