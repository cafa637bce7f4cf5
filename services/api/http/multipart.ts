import busboy from 'busboy';
import { VerifaError } from '../../../shared/errors/verifa-error';
import type { ApiRequest } from './call';

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
 * Reads a multipart body to its end; `collect` listens to the parser, and may refuse before. What is
 * said to be too large is refused unread.
 */
export async function receiveMultipart(
  request: ApiRequest,
  limits: MultipartLimits,
  collect: Collect,
): Promise<void> {
  const mostBytes = limits.fileBytes * limits.files + overheadBytes;
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    throw new VerifaError('payload_too_large');
  }
  const parser = openParser(request, limits);
  try {
    await new Promise<void>((resolve, reject) => {
      collect(parser, reject);
      parser.once('partsLimit', () => reject(new VerifaError('bad_request')));
      parser.once('close', resolve);
      // More than once: a malformed part is an error, and the end of the body after it another.
      parser.on('error', (cause) => reject(new VerifaError('bad_request', { cause })));
      request.on('error', (cause) => reject(new VerifaError('bad_request', { cause })));
      request.once('close', () => {
        if (!request.complete) reject(new VerifaError('bad_request'));
      });
      request.pipe(parser);
    });
  } catch (error) {
    // The rest is thrown away as it comes, so that the client can read the answer.
    request.unpipe(parser);
    request.resume();
    throw error;
  }
}

function openParser(request: ApiRequest, { fileBytes, parts }: MultipartLimits): busboy.Busboy {
  const type = request.headers['content-type']?.toLowerCase() ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new VerifaError('unsupported_media_type', { detail: 'Send multipart/form-data.' });
  }
  try {
    return busboy({
      headers: request.headers,
      limits: { fileSize: fileBytes, fieldSize: fieldLimitBytes, fieldNameSize: 100, parts },
    });
  } catch (cause) {
    throw new VerifaError('bad_request', { detail: 'The multipart boundary is missing.', cause });
  }
}
