import type { Client } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { reasonOf } from '../../../shared/process/part';
import type { OpenRun } from './sample-open';

/** How a run stands to a bundle. */
export type ReplayOutcome =
  | { readonly kind: 'goes_on'; readonly run: OpenRun }
  /** No workflow task of it is done yet: it has done nothing that could be done differently. */
  | { readonly kind: 'not_begun'; readonly run: OpenRun }
  /** Pinned to its build, whose workers end it. */
  | { readonly kind: 'stays'; readonly run: OpenRun }
  | { readonly kind: 'would_break'; readonly run: OpenRun; readonly why: string }
  /** Nobody knows: its history was not to be had. */
  | { readonly kind: 'not_replayed'; readonly run: OpenRun; readonly why: string };

const mostOfReason = 400;
/** `temporal.api.enums.v1.VersioningBehavior` */
const pinned = 1;

/** Replays runs one after the other, each by its history of now, on the workflows of a bundle. */
export async function* replayRuns(
  temporal: Client,
  runs: readonly OpenRun[],
  bundleFile: string,
): AsyncGenerator<ReplayOutcome> {
  const workflowBundle = { codePath: bundleFile };
  for (const run of runs) yield await replayRun(temporal, run, workflowBundle);
}

async function replayRun(
  temporal: Client,
  run: OpenRun,
  workflowBundle: { readonly codePath: string },
): Promise<ReplayOutcome> {
  let history: History;
  try {
    history = await temporal.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
  } catch (cause) {
    return { kind: 'not_replayed', run, why: wordsOf(cause) };
  }
  const done = (history.events ?? []).flatMap(
    (event) => event.workflowTaskCompletedEventAttributes ?? [],
  );
  const last = done.at(-1);
  if (last === undefined) return { kind: 'not_begun', run };
  const behavior: number | null | undefined = last.versioningBehavior;
  if (behavior === pinned) return { kind: 'stays', run };
  try {
    await Worker.runReplayHistory({ workflowBundle }, history, run.workflowId);
    return { kind: 'goes_on', run };
  } catch (cause) {
    return { kind: 'would_break', run, why: wordsOf(cause) };
  }
}

/** Of the SDK: names of workflows, activities and commands, and no payload. */
function wordsOf(cause: unknown): string {
  return reasonOf(cause).slice(0, mostOfReason);
}
