import { VerifaError } from '../../../shared/errors/verifa-error';
import type { ApiRequest } from './call';

const jsonLimitBytes = 256 * 1024;

/** The request's JSON body; `{}` when there is none. 400, 413 and 415 name what is wrong with it. */
export async function readJson(request: ApiRequest, limitBytes = jsonLimitBytes): Promise<unknown> {
  if (!hasBody(request)) return {};
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!isJson(request.headers['content-type']) || encoding !== 'identity') {
    throw new VerifaError('unsupported_media_type', { detail: 'Send application/json, as it is.' });
  }
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new VerifaError('malformed_json', { cause });
  }
}

/** A body that is text of another kind, whose media type the caller has looked at. */
export async function readText(request: ApiRequest, limitBytes: number): Promise<string> {
  const bytes = await readBytes(request, limitBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new VerifaError('bad_request', { detail: 'The body is not UTF-8.', cause });
  }
}

async function readBytes(request: ApiRequest, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    throw new VerifaError('payload_too_large');
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) {
        // The rest is thrown away as it comes, so that the client can read the answer.
        request.removeAllListeners('data').resume();
        reject(new VerifaError('payload_too_large'));
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', (cause) => reject(new VerifaError('bad_request', { cause })));
    request.once('close', () => reject(new VerifaError('bad_request')));
  });
}

function hasBody(request: ApiRequest): boolean {
  if (request.headers['transfer-encoding'] !== undefined) return true;
  const length = request.headers['content-length'];
  return length !== undefined && length !== '0';
}

function isJson(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'));
}
