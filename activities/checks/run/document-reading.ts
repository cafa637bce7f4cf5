import { z } from 'zod';
import { openJson, sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { DocumentRow } from '../../../shared/database/schema';
import type { DocumentPage, DocumentReading } from '../engines/document/page/document-reader';
import type { JudgeContext, ReadDocument } from '../judge/judge';

const sides = [
  ['front', 'id_front'],
  ['back', 'id_back'],
] as const;

/**
 * What is on the attempt's documents: of the same documents by the same engine read once, however often
 * they are judged. Null when there is none.
 */
export function documentReading(context: JudgeContext): Promise<ReadDocument | null> {
  return (context.found.reading ??= readDocuments(context));
}

async function readDocuments(context: JudgeContext): Promise<ReadDocument | null> {
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
  keepReading(context, ids, read);
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

function keepReading(
  { deps, input, found }: JudgeContext,
  ids: readonly DocumentRow['id'][],
  { reading, engine, engineVersion }: Omit<ReadDocument, 'reused'>,
): void {
  const { session, dataKey } = input;
  const values = {
    session_id: session.id,
    document_ids: [...ids],
    engine,
    engine_version: engineVersion,
    reading_sealed: sealJson(dataKey, sealContext.reading(session.id), reading),
    created_at: deps.clock(),
  };
  found.beside((db) =>
    db
      .insertInto('readings')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'document_ids', 'engine', 'engine_version']).doNothing(),
      ),
  );
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
