import busboy from 'busboy';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiRequest } from './call';
import { watchBody } from './incoming-body';

/** Boundaries, part headers and the few short fields beside the files. */
const overheadBytes = 64 * 1024;
const fieldLimitBytes = 1024;

export interface MultipartLimits {
  readonly fileBytes: number;
  readonly files: number;
  /** Files and fields together. */
  readonly parts: number;
}

type Collect = (parser: busboy.Busboy, refuse: (error: VerifaError) => void) => void;

/**
 * Reads a multipart body to its end; `collect` listens to the parser, and may refuse before. All bytes
 * count, also those before the first part and between the parts, which the parser throws away.
 */
export async function receiveMultipart(
  request: ApiRequest,
  limits: MultipartLimits,
  collect: Collect,
): Promise<void> {
  const mostBytes = limits.fileBytes * limits.files + overheadBytes;
  const parser = openParser(request, limits);
  await new Promise<void>((resolve, reject) => {
    let stop = (): void => undefined;
    const refuse = (error: VerifaError): void => {
      stop();
      request.unpipe(parser).pause();
      reject(error);
    };
    collect(parser, refuse);
    parser.once('partsLimit', () => refuse(new VerifaError('bad_request')));
    parser.once('close', resolve);
    // More than once: a malformed part is an error, and the end of the body after it another.
    parser.on('error', (cause) => refuse(new VerifaError('bad_request', { cause })));
    ({ stop } = watchBody(request, { mostBytes, onRefused: refuse }));
    request.pipe(parser);
  });
}

function openParser(request: ApiRequest, { fileBytes, parts }: MultipartLimits): busboy.Busboy {
  const type = request.headers['content-type']?.toLowerCase() ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new VerifaError('unsupported_media_type', { detail: 'Send multipart/form-data.' });
  }
  try {
    return busboy({
      headers: request.headers,
      limits: {
        // Its limit is what a file must not reach; ours is the most that it may have.
        fileSize: fileBytes + 1,
        fieldSize: fieldLimitBytes,
        fieldNameSize: 100,
        parts,
      },
    });
  } catch (cause) {
    throw new VerifaError('bad_request', { detail: 'The multipart boundary is missing.', cause });
  }
}
