import type { Insertable, Kysely } from 'kysely';
import { auditRow, type AuditEntry } from '../audit/record-audit';
import { inOneStatement, type Write } from '../database/in-one-statement';
import type { Database, TimelineTable } from '../database/schema';
import { newId } from '../domain/ids';
import {
  eventWrites,
  type EventOwner,
  type OutgoingEvent,
  type OwnedEvent,
} from '../outbox/append-event';

/**
 * What a transaction is going to write, collected while it computes and sent as one statement: a round trip
 * for each row is most of what a transition costs. Rows of the timeline, of the audit log and events keep the
 * order in which they were added. `send()` comes first wherever a query needs what was added, or changes it.
 */
export class PendingWrites {
  private writes: Write[] = [];
  private timeline: Insertable<TimelineTable>[] = [];
  private audit: AuditEntry[] = [];
  private events: OwnedEvent[] = [];

  constructor(private readonly trx: Kysely<Database>) {}

  /** A write of rows that nothing else in here touches. */
  add(write: Write): void {
    this.writes.push(write);
  }

  addTimeline(row: Insertable<TimelineTable>): void {
    this.timeline.push(row);
  }

  addAudit(entry: AuditEntry): void {
    this.audit.push(entry);
  }

  addEvent(owner: EventOwner, event: OutgoingEvent): void {
    this.events.push({ id: newId('event'), owner, event });
  }

  async send(): Promise<void> {
    const { trx, writes, timeline, audit, events } = this;
    [this.writes, this.timeline, this.audit, this.events] = [[], [], [], []];
    await inOneStatement(trx, [
      ...writes,
      ...(timeline.length === 0 ? [] : [trx.insertInto('timeline').values(timeline)]),
      ...(audit.length === 0 ? [] : [trx.insertInto('audit').values(audit.map(auditRow))]),
      ...eventWrites(trx, events),
    ]);
  }
}
