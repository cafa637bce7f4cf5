import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';

/**
 * The first capture step moves a pending session to capturing, by its workflow. Of two first steps at
 * once one moves it and the other finds it moved, which is just as well.
 */
export async function beginCapture(
  deps: Pick<ApiDeps, 'sessions'>,
  session: SessionRow,
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
): Promise<void> {
  if (session.status !== 'pending') return;
  try {
    await deps.sessions.send(session, {
      event: { type: 'start_capture' },
      actor,
      // The step itself may send its own message under the request's id.
      requestId: `${requestId}/start`,
    });
  } catch (error) {
    const isBegun =
      error instanceof VerifaError &&
      error.code === 'invalid_state' &&
      error.extra['status'] === 'capturing';
    if (!isBegun) throw error;
  }
}

/** Uploads and capture steps: pending (moved on by the first) and capturing, else 409. */
export function requireCapturing(session: SessionRow): void {
  if (session.retention_status === 'redacted') {
    throw new VerifaError('session_redacted', { extra: { status: session.status } });
  }
  if (!takesCapture(session.status)) {
    throw new VerifaError('invalid_state', { extra: { status: session.status } });
  }
}
