import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { parseExactJson } from './exact-json';
import { repeatedName } from './repeated-name';
import type { ApiRequest } from './call';
import { watchBody } from './incoming-body';
import { requireShallow } from './json-depth';
import { invalidField } from './parse';

const jsonLimitBytes = 256 * 1024;
const longestPath = 200;

/**
 * The request's JSON body; `{}` when there is none. Numbers that JavaScript would alter are
 * `InexactNumber`s, and no object has a name twice. 400, 413, 415 and 422 name what is wrong with it.
 */
export async function readJson(request: ApiRequest, limitBytes = jsonLimitBytes): Promise<unknown> {
  if (!hasBody(request)) return {};
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!isJson(request.headers['content-type']) || encoding !== 'identity') {
    throw new VerifaError('unsupported_media_type', { detail: 'Send application/json, as it is.' });
  }
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  const { value, text } = parse(bytes);
  requireShallow(value);
  const repeated = repeatedName(text);
  if (repeated !== null) {
    throw invalidField(repeated.slice(0, longestPath), 'repeated_name', 'is there twice');
  }
  return value;
}

function parse(bytes: Buffer): { readonly value: unknown; readonly text: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: parseExactJson(text), text };
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

async function readBytes(request: ApiRequest, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    // Before the watching begins: it lets the body flow.
    request.once('end', () => resolve(Buffer.concat(chunks)));
    watchBody(request, {
      mostBytes,
      onChunk: (chunk) => chunks.push(chunk),
      onRefused: reject,
    });
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
