import type { Client } from '@temporalio/client';
import type { SessionId } from '../../shared/domain/ids';

/** So few are described one by one: as cheap as counting them again. */
const fewIds = 8;

/**
 * Which of these sessions may have no running workflow. Visibility is only counted, and halved where some are
 * missing: it lags behind, so each suspect is still to be described. A workflow that closed a moment ago may
 * be counted as running; the next run finds it.
 */
export async function suspectsAmong(
  temporal: Client,
  ids: readonly SessionId[],
): Promise<readonly SessionId[]> {
  if (ids.length === 0) return [];
  const running = await countRunning(temporal, ids);
  if (running === ids.length) return [];
  // Visibility that cannot say keeps nothing from being restarted.
  if (running === null || running === 0 || ids.length <= fewIds) return ids;
  const middle = Math.ceil(ids.length / 2);
  const first = await suspectsAmong(temporal, ids.slice(0, middle));
  return [...first, ...(await suspectsAmong(temporal, ids.slice(middle)))];
}

/**
 * An id has one running workflow at most, so the count says whether all run. By the ids, not by their range:
 * one that runs after its session ended would make up for one that is missing.
 */
async function countRunning(temporal: Client, ids: readonly SessionId[]): Promise<number | null> {
  const listed = ids.map((id) => `'${id}'`).join(',');
  try {
    const { count } = await temporal.workflow.count(
      `ExecutionStatus = 'Running' AND WorkflowId IN (${listed})`,
    );
    return count;
  } catch {
    return null;
  }
}

/** The mutable state's own word, which is never late. */
export async function runs(temporal: Client, id: SessionId): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(id).describe();
    return status.name === 'RUNNING';
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'WorkflowNotFoundError') return false;
    throw cause;
  }
}
