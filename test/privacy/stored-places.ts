import { buffer } from 'node:stream/consumers';
import { Connection, WorkflowClient } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { SpanCollector } from '../processes/span-collector';
import type { RunningService } from '../processes/running-service';

/** All that a place holds, as text: byte columns and payloads are decoded, not only quoted. */
export type Place = 'database' | 'objects' | 'histories' | 'logs' | 'spans';

export async function readPlaces(
  service: RunningService,
  /** Absent, the processes trace nothing. */
  spans?: Pick<SpanCollector, 'text'>,
): Promise<Record<Place, string>> {
  return {
    database: await dumpDatabase(service.db),
    objects: await dumpObjects(service.objects),
    histories: await dumpHistories(service.temporalAddress, service.namespace),
    logs: service.logs(),
    spans: spans?.text() ?? '',
  };
}

/** Which of the values stand in the text, in any case, plain or as base64 (as JSON carries bytes). */
export function found(text: string, values: Readonly<Record<string, string>>): string[] {
  const lower = text.toLowerCase();
  return Object.entries(values).flatMap(([name, value]) =>
    lower.includes(value.toLowerCase()) || base64Forms(value).some((form) => text.includes(form))
      ? [name]
      : [],
  );
}

/**
 * The middle of the value's base64, for each of the three ways it may be aligned. A short value has
 * too little of a middle to be told from chance; it is searched for in the clear only.
 */
function base64Forms(value: string): string[] {
  return [0, 1, 2]
    .map((shift) => Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]).toString('base64'))
    .map((encoded) => encoded.slice(4, -4))
    .filter((middle) => middle.length >= 8);
}

/** Every row of every table. */
export async function dumpDatabase(db: Kysely<Database>): Promise<string> {
  const tables = await sql<{ name: string }>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(db);
  const lines: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`
      SELECT to_jsonb(t)::text AS row FROM ${sql.raw(name)} t`.execute(db);
    lines.push(name, ...rows.rows.flatMap(({ row }) => [row, ...byteColumns(row)]));
  }
  return lines.join('\n');
}

function byteColumns(row: string): string[] {
  return [...row.matchAll(/"\\\\x([0-9a-f]+)"/g)].map(([, hex]) =>
    decoded(Buffer.from(hex ?? '', 'hex')),
  );
}

async function dumpObjects(objects: ObjectStore): Promise<string> {
  const lines: string[] = [];
  for await (const key of objects.list()) {
    lines.push(key, decoded(await buffer(await objects.get(key))));
  }
  return lines.join('\n');
}

async function dumpHistories(address: string, namespace: string): Promise<string> {
  const connection = await Connection.connect({ address });
  try {
    const client = new WorkflowClient({ connection, namespace });
    const texts: string[] = [];
    for await (const execution of client.list()) {
      const { workflowId, runId } = execution;
      const description = await client.getHandle(workflowId, runId).describe();
      const history = await client.getHandle(workflowId, runId).fetchHistory();
      // What the UI asks a worker for: current details, and how handlers describe themselves.
      const told = await client.getHandle(workflowId, runId).query('__temporal_workflow_metadata');
      texts.push(workflowId, textOf(description.raw), textOf(history), textOf(told));
    }
    return texts.join('\n');
  } finally {
    await connection.close();
  }
}

/** Every string and every byte array of a message, however deep. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return decoded(Buffer.from(value));
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${textOf(inner)}`)
    .join('\n');
}

function decoded(bytes: Buffer): string {
  return `${bytes.toString('utf8')}\n${bytes.toString('latin1')}`;
}
