import { z } from 'zod';
import { openJson, sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { DocumentRow } from '../../../shared/database/schema';
import type { DocumentPage, DocumentReading } from '../engines/document/page/document-reader';
import type { JudgeContext } from '../judge/judge';

export interface ReadDocument {
  readonly reading: DocumentReading;
  readonly engine: string;
  readonly engineVersion: string;
  /** Read in an earlier attempt: the engine did not look again. */
  readonly reused: boolean;
}

const sides = [
  ['front', 'id_front'],
  ['back', 'id_back'],
] as const;

/**
 * What is on the attempt's documents: of the same documents by the same engine read once, however often
 * they are judged. Null when there is none.
 */
export async function documentReading(context: JudgeContext): Promise<ReadDocument | null> {
  const { deps, input, signal } = context;
  const pages: { readonly side: DocumentPage['side']; readonly row: DocumentRow }[] = [];
  for (const [side, type] of sides) {
    const [row] = input.documents(type);
    if (row !== undefined) pages.push({ side, row });
  }
  if (pages.length === 0) return null;
  const ids = pages.map(({ row }) => row.id);
  const known = await knownReading(context, ids);
  if (known !== null) return { reading: known, ...deps.engines.reader, reused: true };
  const opened: DocumentPage[] = [];
  for (const { side, row } of pages) opened.push({ side, bytes: await input.open(row) });
  const read = await deps.engines.readDocument(opened, signal);
  await keepReading(context, ids, read);
  return { ...read, reused: false };
}

async function knownReading(
  { deps, input }: JudgeContext,
  ids: readonly DocumentRow['id'][],
): Promise<DocumentReading | null> {
  const { engine, engineVersion } = deps.engines.reader;
  const row = await deps.db
    .selectFrom('readings')
    .select('reading_sealed')
    .where('session_id', '=', input.session.id)
    // As one value: a bare array would be spelled out as a list.
    .where((where) => where('document_ids', '=', where.val([...ids])))
    .where('engine', '=', engine)
    .where('engine_version', '=', engineVersion)
    .executeTakeFirst();
  if (row === undefined) return null;
  const context = sealContext.reading(input.session.id);
  const opened = readingSchema.safeParse(openJson(input.dataKey, context, row.reading_sealed));
  // One that an older release kept in another shape is read anew.
  return opened.success ? opened.data : null;
}

async function keepReading(
  { deps, input }: JudgeContext,
  ids: readonly DocumentRow['id'][],
  { reading, engine, engineVersion }: Omit<ReadDocument, 'reused'>,
): Promise<void> {
  const { session, dataKey } = input;
  await deps.db
    .insertInto('readings')
    .values({
      session_id: session.id,
      document_ids: [...ids],
      engine,
      engine_version: engineVersion,
      reading_sealed: sealJson(dataKey, sealContext.reading(session.id), reading),
      created_at: deps.clock(),
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'document_ids', 'engine', 'engine_version']).doNothing(),
    )
    .execute();
}

/** Our own, sealed: its kind tells whether it is of this release's shape. */
const readingSchema = z.custom<DocumentReading>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'not_found' ||
      ((value.kind === 'unreadable' || value.kind === 'unsupported') && 'side' in value) ||
      (value.kind === 'barcode' && 'fields' in value && 'print' in value) ||
      (value.kind === 'read' && 'fields' in value && 'print' in value && 'font' in value)),
);
