import type busboy from 'busboy';
import { VerifaError, type FieldError } from '../../../shared/domain/errors/verifa-error';
import type { ApiRequest } from '../http/call';
import { tellIgnored } from '../http/ignored-fields';
import { receiveMultipart } from '../http/multipart';
import { invalid } from '../http/parse';
import { requireStorable } from '../http/storable-text';
import { nameMeant } from '../../../shared/wire/key-casing';

export const fileLimitBytes = 10 * 1024 * 1024;
const partLimit = 16;

/** A multipart body, whole: one `file` and the text fields that the route names. */
export interface Upload<Field extends string> {
  readonly bytes: Buffer;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

/**
 * Collects an upload in memory, at most 10 MB of it unless the route takes less: nothing is stored before the last byte is here,
 * so a client that breaks off leaves nothing. Names and declared types of files are not looked at. Parts
 * are named in any of the three casings; others are ignored and told, as fields of a JSON body are.
 */
export async function readUpload<Field extends string>(
  request: ApiRequest,
  fieldNames: readonly Field[],
  fileBytes = fileLimitBytes,
): Promise<Upload<Field>> {
  const parts = new Parts(fieldNames);
  const limits = { fileBytes, files: 1, parts: partLimit };
  await receiveMultipart(request, limits, (parser, refuse) => parts.collect(parser, refuse));
  if (request.res !== undefined) tellIgnored(request.res, parts.ignored);
  return parts.whole();
}

/** What came so far; wrong parts are remembered, so that the refusal names all of them. */
class Parts<Field extends string> {
  private readonly chunks: Buffer[] = [];
  private readonly fields: Partial<Record<Field, string>> = {};
  private readonly wrong: FieldError[] = [];
  private files = 0;
  readonly ignored: string[] = [];

  constructor(private readonly fieldNames: readonly Field[]) {}

  collect(parser: busboy.Busboy, refuse: (error: VerifaError) => void): void {
    parser.on('file', (name: string | undefined, stream) => {
      // A body that ends inside a file is the parser's error too, and is refused there.
      stream.on('error', () => stream.resume());
      if (name !== 'file') {
        this.ignored.push(name ?? '');
        stream.resume();
        return;
      }
      this.files += 1;
      if (this.files > 1) {
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      stream.once('limit', () => refuse(new VerifaError('payload_too_large')));
    });
    parser.on('field', (name: string | undefined, value, { valueTruncated }) => {
      const meant = nameMeant(this.fieldNames, name ?? '');
      const field = this.fieldNames.find((known) => known === meant);
      if (field === undefined) this.ignored.push(name ?? '');
      else if (valueTruncated) this.wrong.push({ field, code: 'too_big', message: 'is too long' });
      else if ((this.fields[field] ?? value) !== value) this.wrong.push(saidTwice(field));
      else this.fields[field] = value;
    });
  }

  whole(): Upload<Field> {
    const { wrong } = this;
    if (this.files > 1) wrong.push({ field: 'file', code: 'too_many', message: 'is not one file' });
    const bytes = Buffer.concat(this.chunks);
    if (bytes.length === 0) wrong.push({ field: 'file', code: 'required', message: 'is missing' });
    if (wrong.length > 0) throw invalid(wrong);
    requireStorable(this.fields);
    return { bytes, fields: this.fields };
  }
}

function saidTwice(field: string): FieldError {
  return { field, code: 'conflicting_casing', message: 'is sent twice, with different values' };
}
