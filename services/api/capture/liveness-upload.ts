import type busboy from 'busboy';
import {
  challengesPerCapture,
  framesPerChallenge,
} from '../../../shared/checks/liveness-challenge';
import { VerifaError, type FieldError } from '../../../shared/errors/verifa-error';
import type { ApiRequest } from '../http/call';
import { nameMeant } from '../../../shared/wire/key-casing';
import { tellIgnored } from '../http/ignored-fields';
import { receiveMultipart } from '../http/multipart';
import { invalid } from '../http/parse';

const frameLimitBytes = 2 * 1024 * 1024;
const mostFrames = 1 + challengesPerCapture * framesPerChallenge.most;
const challengeParts = Array.from(
  { length: challengesPerCapture },
  (_, index) => `challenge_${String(index + 1)}`,
);

/** The frames of one liveness step, in the order in which they came. */
export interface LivenessUpload {
  readonly nonce: string;
  readonly neutral: Buffer;
  /** As many as there are challenges, each with 2 to 5 frames. */
  readonly challenges: readonly (readonly Buffer[])[];
}

/** Collects the frames in memory: nothing is stored before the last byte is here. */
export async function readLivenessUpload(request: ApiRequest): Promise<LivenessUpload> {
  const parts = new Parts();
  const limits = { fileBytes: frameLimitBytes, files: mostFrames, parts: mostFrames + 2 };
  await receiveMultipart(request, limits, (parser, refuse) => parts.collect(parser, refuse));
  if (request.res !== undefined) tellIgnored(request.res, parts.ignored);
  return parts.whole();
}

class Parts {
  private readonly frames = new Map<string, Buffer[]>();
  private readonly wrong: FieldError[] = [];
  private nonce: string | undefined;
  readonly ignored: string[] = [];

  collect(parser: busboy.Busboy, refuse: (error: VerifaError) => void): void {
    parser.on('file', (written: string | undefined, stream) => {
      // A body that ends inside a file is the parser's error too, and is refused there.
      stream.on('error', () => stream.resume());
      const name = nameMeant(['neutral', ...challengeParts], written ?? '');
      if (name === undefined) {
        this.ignored.push(written ?? '');
        stream.resume();
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('limit', () => refuse(new VerifaError('payload_too_large')));
      // Entered as a part begins, so that the order is the upload's.
      const place = this.placeFor(name);
      stream.once('end', () => place(Buffer.concat(chunks)));
    });
    parser.on('field', (name: string | undefined, value) => {
      if (name === 'nonce') this.nonce = value;
      else this.ignored.push(name ?? '');
    });
  }

  whole(): LivenessUpload {
    const { wrong, nonce } = this;
    if (nonce === undefined)
      wrong.push({ field: 'nonce', code: 'required', message: 'is missing' });
    const [neutral, ...more] = this.of('neutral');
    if (neutral === undefined) {
      wrong.push({ field: 'neutral', code: 'required', message: 'is missing' });
    } else if (more.length > 0) {
      wrong.push({ field: 'neutral', code: 'too_many', message: 'is not one frame' });
    }
    const challenges = challengeParts.map((part) => this.of(part));
    for (const [index, { length }] of challenges.entries()) {
      const field = challengeParts[index] ?? '';
      if (length < framesPerChallenge.least) {
        wrong.push({ field, code: 'too_few', message: 'has fewer than 2 frames' });
      } else if (length > framesPerChallenge.most) {
        wrong.push({ field, code: 'too_many', message: 'has more than 5 frames' });
      }
    }
    if (wrong.length > 0 || nonce === undefined || neutral === undefined) throw invalid(wrong);
    return { nonce, neutral, challenges };
  }

  private placeFor(name: string): (frame: Buffer) => void {
    const frames = this.frames.get(name) ?? [];
    this.frames.set(name, frames);
    const at = frames.push(Buffer.alloc(0)) - 1;
    return (frame) => {
      frames[at] = frame;
    };
  }

  private of(name: string): readonly Buffer[] {
    return (this.frames.get(name) ?? []).filter(({ length }) => length > 0);
  }
}
