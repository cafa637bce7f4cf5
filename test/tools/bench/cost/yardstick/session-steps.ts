import type { Client } from '@temporalio/client';
import { temporal as protocol } from '@temporalio/proto';
import { z } from 'zod';

/** What a session's history says that its workflow did, beside its two Updates. */
export const sessionSteps = z.object({
  remote: z.number(),
  local: z.number(),
  upserts: z.number(),
  timers: z.number(),
});
export type SessionSteps = z.infer<typeof sessionSteps>;

export async function readSteps(temporal: Client, session: string): Promise<SessionSteps> {
  const { events } = await temporal.workflow.getHandle(session).fetchHistory();
  const types = protocol.api.enums.v1.EventType;
  const count = (type: protocol.api.enums.v1.EventType): number =>
    (events ?? []).filter(({ eventType }) => eventType === type).length;
  return {
    remote: count(types.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED),
    local: count(types.EVENT_TYPE_MARKER_RECORDED),
    upserts: count(types.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES),
    timers: count(types.EVENT_TYPE_TIMER_STARTED),
  };
}
