import type { Client } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { SessionId } from '../../shared/ids';
import { terminalStatuses } from '../../shared/lifecycle/state';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { SessionClient } from '../../shared/temporal/session-client';
import { eraseObjects } from './erase-objects';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';

const pageSize = 500;
/** Younger rows may be between their commit and their start. */
const settledMs = 30_000;
const atOnce = 8;
const probeWithinMs = 5_000;

export interface SweepDeps {
  readonly db: Kysely<Database>;
  readonly temporal: Client;
  readonly sessions: SessionClient;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
  /** Shows the sweep is alive, page by page. */
  readonly heartbeat: () => void;
  readonly alert: Alert;
}

/** Rejects when Temporal is away, so that a batch of failures is known to be no row's fault. */
export async function probeTemporal({ temporal }: Pick<SweepDeps, 'temporal'>): Promise<void> {
  await temporal.withDeadline(Date.now() + probeWithinMs, () =>
    temporal.workflowService.getSystemInfo({}),
  );
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
    const { done } = await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the restart of a session',
        idsOf: ({ id }) => ({ sessionId: id }),
        atOnce,
        probe: () => probeTemporal(deps),
      },
      async (row) => {
        if (await runs(deps.temporal, row.id)) return false;
        await deps.sessions.start(row);
        return true;
      },
    );
    restarted += done;
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
  let finished = 0;
  let after: SessionId | undefined;
  for (;;) {
    const rows = await deps.db
      .selectFrom('erasures')
      .select('session_id')
      .where(sql<boolean>`cardinality(pending_object_keys) > 0`)
      .$if(after !== undefined, (query) => query.where('session_id', '>', after ?? 'ses_'))
      .orderBy('session_id')
      .limit(pageSize)
      .execute();
    const { done } = await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the erasure of objects',
        idsOf: ({ session_id: sessionId }) => ({ sessionId }),
        probe: () => deps.objects.ready(),
      },
      async ({ session_id: sessionId }) => {
        await eraseObjects(deps, sessionId);
        return true;
      },
    );
    finished += done;
    after = rows.at(-1)?.session_id;
    if (rows.length < pageSize) return { finished };
  }
}

/** Invitations whose workflow nobody started: the process died in between, or Temporal was away. */
export async function startOwedInvitations(deps: SweepDeps): Promise<void> {
  const settledBefore = new Date(deps.clock().getTime() - settledMs);
  let after: { readonly session_id: SessionId; readonly number: number } | undefined;
  for (;;) {
    const rows = await deps.db
      .selectFrom('invitations')
      .select(['session_id', 'number'])
      .where('sent_at', 'is', null)
      .where('dropped_at', 'is', null)
      .where('created_at', '<', settledBefore)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(session_id, number) > (${after?.session_id ?? ''}, ${after?.number ?? 0})`,
        ),
      )
      .orderBy('session_id')
      .orderBy('number')
      .limit(pageSize)
      .execute();
    await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the start of an invitation',
        idsOf: ({ session_id: sessionId, number }) => ({ sessionId, number }),
        atOnce,
        probe: () => probeTemporal(deps),
      },
      async ({ session_id: sessionId, number }) => {
        await deps.sessions.invite({ sessionId, number });
        return true;
      },
    );
    after = rows.at(-1);
    if (rows.length < pageSize) return;
  }
}
