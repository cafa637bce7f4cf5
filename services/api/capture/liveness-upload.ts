import type busboy from 'busboy';
import {
  challengesPerCapture,
  framesPerChallenge,
} from '../../../shared/domain/checks/liveness-challenge';
import {
  challengeTimes,
  livenessTimingSchema,
  type LivenessTiming,
} from '../../../shared/domain/checks/liveness-timing';
import { VerifaError, type FieldError } from '../../../shared/domain/errors/verifa-error';
import type { ApiRequest } from '../http/call';
import { nameMeant } from '../../../shared/wire/key-casing';
import { fitToSchema } from '../http/fit-to-schema';
import { tellIgnored } from '../http/ignored-fields';
import { receiveMultipart } from '../http/multipart';
import { invalid, invalidField, parsePart } from '../http/parse';

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
  /** Null where the device did not say. */
  readonly timing: LivenessTiming | null;
}

/** Collects the frames in memory: nothing is stored before the last byte is here. */
export async function readLivenessUpload(request: ApiRequest): Promise<LivenessUpload> {
  const parts = new Parts();
  const limits = { fileBytes: frameLimitBytes, files: mostFrames, parts: mostFrames + 3 };
  await receiveMultipart(request, limits, (parser, refuse) => parts.collect(parser, refuse));
  const { res } = request;
  if (res !== undefined) tellIgnored(res, parts.ignored);
  const upload = parts.whole();
  if (res !== undefined) tellIgnored(res, parts.ignored);
  return upload;
}

class Parts {
  private readonly frames = new Map<string, Buffer[]>();
  private readonly wrong: FieldError[] = [];
  private nonce: string | undefined;
  private timing: string | undefined;
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
      else if (name === 'timing') this.timing = value;
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
    const timing = this.timing === undefined ? null : this.timesOf(this.timing, challenges);
    return { nonce, neutral, challenges, timing };
  }

  /** One time a frame, or it is not known which is whose. */
  private timesOf(written: string, challenges: LivenessUpload['challenges']): LivenessTiming {
    const { value, ignored, errors } = fitToSchema(parsedJson(written), livenessTimingSchema);
    this.ignored.push(...ignored.map((field) => `timing.${field}`));
    if (errors.length > 0) throw invalid(errors);
    const timing = parsePart(livenessTimingSchema, value, 'timing');
    const wrong = challengeTimes(timing).flatMap(({ length }, index): FieldError[] => {
      if (length === challenges[index]?.length) return [];
      const field = `timing.${challengeParts[index] ?? ''}`;
      return [{ field, code: 'wrong_count', message: 'has not one time a frame' }];
    });
    if (wrong.length > 0) throw invalid(wrong);
    return timing;
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

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw invalidField('timing', 'invalid_json', 'is not JSON');
  }
}
