import { pipeline } from 'node:stream/promises';
import { decryptDocument } from '../crypto/document-cipher';
import type { DocumentRow } from '../database/schema';
import type { ObjectStore } from './object-store';

/** A stored document in the clear, in memory: at most 10 MB, for a check. */
export async function readDocument(
  objects: ObjectStore,
  dataKey: Buffer,
  row: Pick<DocumentRow, 'id' | 'session_id' | 'object_key'>,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await pipeline(
    await objects.get(row.object_key),
    decryptDocument(dataKey, { sessionId: row.session_id, documentId: row.id }),
    async (plaintext: AsyncIterable<Buffer>) => {
      for await (const chunk of plaintext) chunks.push(chunk);
    },
  );
  return Buffer.concat(chunks);
}
