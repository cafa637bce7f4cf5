import type { Client } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { SessionId } from '../../shared/ids';
import { terminalStatuses } from '../../shared/lifecycle/state';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { SessionClient } from '../../shared/temporal/session-client';
import { eraseObjects } from './erase-objects';

const pageSize = 500;
/** Younger rows may be between their commit and their start. */
const settledMs = 30_000;

export interface SweepDeps {
  readonly db: Kysely<Database>;
  readonly temporal: Client;
  readonly sessions: SessionClient;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
  /** Shows the sweep is alive, page by page. */
  readonly heartbeat: () => void;
}

/**
 * Every active row has a running workflow: one that was terminated, reset or never started is started
 * from its row. Page by page through the active rows, each looked up by its id.
 */
export async function sweepSessions(deps: SweepDeps): Promise<{ readonly restarted: number }> {
  const settledBefore = new Date(deps.clock().getTime() - settledMs);
  let restarted = 0;
  let after: SessionId | undefined;
  for (;;) {
    const rows = await deps.db
      .selectFrom('sessions')
      .select(['id', 'organization_id', 'environment', 'workflow_id', 'status', 'attempt'])
      .where('status', 'not in', [...terminalStatuses])
      .where('updated_at', '<', settledBefore)
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? 'ses_'))
      .orderBy('id')
      .limit(pageSize)
      .execute();
    for (const row of rows) {
      if (await runs(deps.temporal, row.id)) continue;
      await deps.sessions.start(row);
      restarted += 1;
    }
    deps.heartbeat();
    after = rows.at(-1)?.id;
    if (rows.length < pageSize) return { restarted };
  }
}

async function runs(temporal: Client, id: SessionId): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(id).describe();
    return status.name === 'RUNNING';
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'WorkflowNotFoundError') return false;
    throw cause;
  }
}

/** Objects that could not be deleted when their session was redacted. */
export async function finishErasures(deps: SweepDeps): Promise<{ readonly finished: number }> {
  const rows = await deps.db
    .selectFrom('erasures')
    .select('session_id')
    .where(sql<boolean>`cardinality(pending_object_keys) > 0`)
    .orderBy('created_at')
    .limit(pageSize)
    .execute();
  for (const { session_id: sessionId } of rows) await eraseObjects(deps, sessionId);
  return { finished: rows.length };
}

/** Invitations whose workflow nobody started: the process died in between, or Temporal was away. */
export async function startOwedInvitations(deps: SweepDeps): Promise<void> {
  const settledBefore = new Date(deps.clock().getTime() - settledMs);
  const rows = await deps.db
    .selectFrom('invitations')
    .select(['session_id', 'number'])
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('created_at', '<', settledBefore)
    .orderBy('created_at')
    .limit(pageSize)
    .execute();
  for (const { session_id: sessionId, number } of rows) {
    await deps.sessions.invite({ sessionId, number });
  }
}
