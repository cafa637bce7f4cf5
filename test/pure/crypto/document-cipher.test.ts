import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { decryptDocument, encryptDocument } from '../../../shared/crypto/document-cipher';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const key = Buffer.alloc(32, 7);
const identity = { sessionId: 'ses_a', documentId: 'doc_a' };
const segment = 64 * 1024;

async function encrypted(plaintext: Buffer): Promise<Buffer> {
  return buffer(Readable.from([plaintext]).pipe(encryptDocument(key, identity)));
}

/** Fed in pieces of any size: the network cuts where it likes. */
async function decrypted(ciphertext: Buffer, as = identity, piece = 50_000): Promise<Buffer> {
  const pieces = [];
  for (let at = 0; at < ciphertext.length; at += piece)
    pieces.push(ciphertext.subarray(at, at + piece));
  const transform = decryptDocument(key, as);
  const source = Readable.from(pieces);
  source.on('error', (cause) => transform.destroy(cause));
  return buffer(source.pipe(transform));
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'opened',
    (cause: unknown) => (cause instanceof VerifaError ? cause.code : 'other'),
  );
}

describe('an encrypted document', () => {
  test.each([0, 1, segment - 1, segment, segment + 1, 2 * segment, 2 * segment + 17])(
    'of %i bytes comes back as it was',
    async (size) => {
      const plaintext = randomBytes(size);
      expect((await decrypted(await encrypted(plaintext))).equals(plaintext)).toBe(true);
      expect((await decrypted(await encrypted(plaintext), identity, 7)).equals(plaintext)).toBe(
        true,
      );
    },
    120_000,
  );

  test('does not open with any one byte changed', async () => {
    const ciphertext = await encrypted(randomBytes(segment + 300));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(ciphertext.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          const changed = Buffer.from(ciphertext);
          changed.writeUInt8(changed.readUInt8(at) ^ bits, at);
          expect(await refusal(decrypted(changed))).toBe('ciphertext_invalid');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('does not open cut off anywhere, lengthened, or with segments exchanged', async () => {
    const ciphertext = await encrypted(randomBytes(3 * segment));
    const sealed = segment + 16;
    const cut = (count: number): Buffer => ciphertext.subarray(0, 7 + count * sealed);
    const exchanged = Buffer.concat([
      ciphertext.subarray(0, 7),
      ciphertext.subarray(7 + sealed, 7 + 2 * sealed),
      ciphertext.subarray(7, 7 + sealed),
      ciphertext.subarray(7 + 2 * sealed),
    ]);
    for (const broken of [
      cut(2),
      cut(1),
      cut(0),
      Buffer.alloc(3),
      Buffer.concat([ciphertext, Buffer.alloc(1)]),
      exchanged,
    ]) {
      expect(await refusal(decrypted(broken))).toBe('ciphertext_invalid');
    }
  });

  test('opens for no other session and no other document', async () => {
    const ciphertext = await encrypted(Buffer.from('x'));
    for (const other of [
      { ...identity, sessionId: 'ses_b' },
      { ...identity, documentId: 'doc_b' },
    ]) {
      expect(await refusal(decrypted(ciphertext, other))).toBe('ciphertext_invalid');
    }
  });
});
