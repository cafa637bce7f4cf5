import { temporal as protocol } from '@temporalio/proto';
import type { BenchStack } from './bench-stack';

/** What a session's history is made of, most frequent first. */
export async function printHistory({ temporal }: BenchStack, id: string): Promise<void> {
  const { events } = await temporal.workflow.getHandle(id).fetchHistory();
  const kinds = new Map<string, number>();
  for (const { eventType } of events ?? []) {
    const kind = (protocol.api.enums.v1.EventType[eventType ?? 0] ?? 'unknown').replace(
      'EVENT_TYPE_',
      '',
    );
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  console.log(`history of a straight-through session: ${String(events?.length ?? 0)} events`);
  for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(count).padStart(3)} ${kind.toLowerCase()}`);
  }
}
