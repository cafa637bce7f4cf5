import type { Api } from '../api/api';
import { isRefusedAs } from '../api/problem';

/** A document by its signed URL, which runs out. */
export interface SignedDocument {
  readonly id: string;
  readonly url: string;
}

interface Wish {
  /** A thumbnail of at most so many pixels; without it, the picture as it was sent. */
  readonly width?: number;
  readonly isInline: boolean;
  readonly signal?: AbortSignal;
}

/**
 * A document's bytes. A URL that has run out is replaced in silence: `renew` asks for the list again, once.
 * Bytes stay in memory; no cache keeps them.
 */
export async function fetchPicture(
  send: Api['send'],
  document: SignedDocument,
  renew: () => Promise<SignedDocument | undefined>,
  wish: Wish,
): Promise<Blob> {
  const get = async ({ url }: SignedDocument): Promise<Blob> =>
    (await send(...signedRequest(url, wish))).blob();
  try {
    return await get(document);
  } catch (cause) {
    if (!isRefusedAs(cause, 'signature_invalid')) throw cause;
    const renewed = await renew();
    if (renewed === undefined) throw cause;
    return get(renewed);
  }
}

/**
 * The request for what a signed URL names, to this console's own origin: whatever name the API goes by outside, the
 * page's policy lets it ask no other.
 */
export function signedRequest(
  url: string,
  { width, isInline, signal }: Wish,
): Parameters<Api['send']> {
  const { pathname, searchParams } = new URL(url);
  const [id = '', docType = ''] = pathname.split('/sessions/')[1]?.split('/documents/') ?? [];
  return [
    'GET /api/v1/sessions/{id}/documents/{doc_type}',
    {
      params: { id, doc_type: docType },
      query: {
        ...Object.fromEntries(searchParams),
        ...(isInline ? { disposition: 'inline' } : {}),
        ...(width === undefined ? {} : { width }),
      },
      accept: '*/*',
      ...(signal === undefined ? {} : { signal }),
    },
  ];
}
