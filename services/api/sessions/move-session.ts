import type { SessionRow } from '../../../shared/database/schema';
import type { SentEvent, SessionView } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import type { Call } from '../http/call';
import { findSession } from './find-session';

export interface Moved {
  /** The row as it is after the committed transition: whoever has an answer can read it back. */
  readonly row: SessionRow;
  readonly view: SessionView;
}

type Mover = Pick<Call<unknown, unknown, unknown>, 'caller' | 'actor' | 'operationId'>;

/** The only way in which the API moves a session: a message to its workflow. */
export async function moveSession(
  deps: Pick<ApiDeps, 'db' | 'sessions'>,
  { caller, actor, operationId }: Mover,
  before: SessionRow,
  event: SentEvent,
): Promise<Moved> {
  const view = await deps.sessions.send(before, { event, actor, requestId: operationId });
  return { row: await findSession(deps.db, caller, before.id), view };
}
