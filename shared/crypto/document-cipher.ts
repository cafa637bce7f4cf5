import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { VerifaError } from '../domain/errors/verifa-error';

/**
 * AES-256-GCM in segments (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015):
 * each segment has a nonce of a random prefix, its number and a flag for the last, so that none can be
 * changed, dropped, reordered or appended, and none is released before its tag was verified.
 *
 * Layout: 7 bytes of nonce prefix, then segments of 64 KiB plaintext and 16 bytes of tag each; the last
 * one is shorter and may be empty.
 */
const segmentBytes = 64 * 1024;
const prefixBytes = 7;
const tagBytes = 16;

/** What a ciphertext is bound to: it opens for no other session and no other document. */
export interface DocumentIdentity {
  readonly sessionId: string;
  readonly documentId: string;
}

export function encryptDocument(key: Buffer, identity: DocumentIdentity): Transform {
  const prefix = randomBytes(prefixBytes);
  return new Segments({
    size: segmentBytes,
    headBytes: 0,
    begin: () => prefix,
    carry: (number, isLast, plaintext) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number, isLast));
      cipher.setAAD(associated(identity));
      return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    },
  });
}

/** @throws VerifaError ciphertext_invalid, as the stream's error, before the first unverified byte */
export function decryptDocument(key: Buffer, identity: DocumentIdentity): Transform {
  let prefix = Buffer.alloc(0);
  return new Segments({
    size: segmentBytes + tagBytes,
    headBytes: prefixBytes,
    begin: (head) => {
      prefix = Buffer.from(head);
      return Buffer.alloc(0);
    },
    carry: (number, isLast, segment) => {
      if (segment.length < tagBytes) throw new VerifaError('ciphertext_invalid');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, number, isLast));
      decipher.setAAD(associated(identity));
      decipher.setAuthTag(segment.subarray(segment.length - tagBytes));
      const body = decipher.update(segment.subarray(0, segment.length - tagBytes));
      return Buffer.concat([body, decipher.final()]);
    },
  });
}

interface Carrying {
  readonly size: number;
  /** Bytes that stand before the first segment of what is read. */
  readonly headBytes: number;
  /** Given the head that was read; answers with the head to write. */
  readonly begin: (head: Buffer) => Buffer;
  readonly carry: (number: number, isLast: boolean, segment: Buffer) => Buffer;
}

/** Cuts a stream into segments of one size; which is the last is known only at the end. */
class Segments extends Transform {
  private held = Buffer.alloc(0);
  private begun = false;
  private number = 0;

  constructor(private readonly carrying: Carrying) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.held = Buffer.concat([this.held, chunk]);
    this.attempt(done, () => {
      if (!this.hasBegun()) return;
      // One whole segment is always held back: it may turn out to be the last.
      while (this.held.length > this.carrying.size) {
        this.pass(false, this.held.subarray(0, this.carrying.size));
        this.held = this.held.subarray(this.carrying.size);
      }
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      if (!this.hasBegun()) throw new VerifaError('ciphertext_invalid');
      this.pass(true, this.held);
    });
  }

  private hasBegun(): boolean {
    const { headBytes, begin } = this.carrying;
    if (this.begun || this.held.length < headBytes) return this.begun;
    this.begun = true;
    this.emitBytes(begin(this.held.subarray(0, headBytes)));
    this.held = this.held.subarray(headBytes);
    return true;
  }

  private pass(isLast: boolean, segment: Buffer): void {
    this.emitBytes(this.carrying.carry(this.number, isLast, segment));
    this.number += 1;
  }

  private emitBytes(bytes: Buffer): void {
    if (bytes.length > 0) this.push(bytes);
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch (cause) {
      done(cause instanceof VerifaError ? cause : new VerifaError('ciphertext_invalid', { cause }));
      return;
    }
    done();
  }
}

function nonce(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const counter = Buffer.alloc(5);
  counter.writeUInt32BE(number, 0);
  counter.writeUInt8(isLast ? 1 : 0, 4);
  return Buffer.concat([prefix, counter]);
}

function associated({ sessionId, documentId }: DocumentIdentity): Buffer {
  return Buffer.from(`document/${sessionId}/${documentId}`);
}
