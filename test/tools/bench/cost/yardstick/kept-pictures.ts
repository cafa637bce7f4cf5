import { createHash, createHmac } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import {
  printDistance,
  soughtPrint,
} from '../../../../../activities/checks/records/prints/compare-prints';
import { inspectToJudge } from '../../../../../services/api/documents/inspect-image';
import { decryptDocument, encryptDocument } from '../../../../../shared/crypto/document-cipher';
import { open as unseal, seal } from '../../../../../shared/crypto/seal';
import { hintsOf } from '../../../../../shared/images/quality-hints';
import { createFileObjectStore } from '../../../../../shared/storage/file-object-store';
import { printSide } from '../../../../../activities/checks/engines/forensics/picture-print';

/** As many as a session of the bench finds before it. */
const earlierPrints = 100;
const key = createHash('sha256').update('a key of the yardstick').digest();
const context = 'yardstick';

export const pictureNames = ['document', 'selfie'] as const;
export type PictureName = (typeof pictureNames)[number];

export interface KeptPictures {
  /** Decoded whole, once; on disk before its row. */
  keep(session: string, name: PictureName, bytes: Buffer): Promise<void>;
  /** The same from one decoding that is judged as well; hashed under a key and encrypted to the disk. */
  judgeAndSeal(session: string, name: PictureName, bytes: Buffer): Promise<void>;
  /** Read and deciphered for the checks; a document's print is compared with earlier ones. */
  openAgain(session: string, name: PictureName): Promise<void>;
}

/** The parts that the product is made of, without its rows. */
export async function openPictures(folder: string): Promise<KeptPictures> {
  const unsealed = join(folder, 'by-hand');
  await mkdir(unsealed, { recursive: true });
  const objects = createFileObjectStore(join(folder, 'by-hand-sealed'));
  await objects.ready();
  const earlier = Array.from({ length: earlierPrints }, (_, at) =>
    seal(key, context, printOf(Buffer.from([at]))),
  );
  return {
    async keep(session, name, bytes) {
      await sharp(bytes).greyscale().raw().toBuffer();
      const file = await open(join(unsealed, `${session}-${name}`), 'w');
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
    },
    async judgeAndSeal(session, name, bytes) {
      const { grey } = await inspectToJudge(bytes);
      if (grey === null) throw new Error('not a picture');
      hintsOf(grey);
      // Before and behind the lock: a repeat of the same content is the same document.
      for (let times = 0; times < 2; times += 1) createHmac('sha256', key).update(bytes).digest();
      const sealed = encryptDocument(key, { sessionId: session, documentId: name });
      await objects.put(`${session}/${name}`, Readable.from([bytes]).pipe(sealed));
    },
    async openAgain(session, name) {
      const chunks: Buffer[] = [];
      await pipeline(
        await objects.get(`${session}/${name}`),
        decryptDocument(key, { sessionId: session, documentId: name }),
        async (plain: AsyncIterable<Buffer>) => {
          for await (const chunk of plain) chunks.push(chunk);
        },
      );
      const print = printOf(Buffer.concat(chunks));
      seal(key, context, print);
      if (name === 'selfie') return;
      const sought = soughtPrint(print);
      for (const other of earlier) printDistance(sought, unseal(key, context, other));
    },
  };
}

function printOf(bytes: Buffer): Buffer {
  return createHash('shake256', { outputLength: printSide ** 2 })
    .update(bytes)
    .digest();
}
