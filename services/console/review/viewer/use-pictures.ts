import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useService } from '../api/context';
import { keyOf } from '../api/keys';
import { useRead } from '../api/use-read';
import { fetchPicture } from './fetch-picture';
import { isImage, sortPictures, type Pictures, type StoredDocument } from './pictures';

const listRoute = 'GET /api/v1/sessions/{id}/documents';
const everything = { all: 'true' } as const;

interface Sorted {
  /** Undefined until they are known. */
  readonly pictures: Pictures | undefined;
  readonly problem: Error | null;
  readonly retry: () => void;
}

/** All that a session's person has sent, replaced pictures and frames too; asked once the session is known. */
export function usePictures(sessionId: string | undefined, isWanted = true): Sorted {
  const { data, error, refetch } = useRead(
    listRoute,
    { params: { id: sessionId ?? '' }, query: everything },
    { enabled: isWanted && sessionId !== undefined },
  );
  const pictures = useMemo(
    () => (data === undefined ? undefined : sortPictures(data.data)),
    [data],
  );
  return { pictures, problem: error, retry: () => void refetch() };
}

interface ShownPicture {
  /** Of a blob in this tab's memory; undefined until it is there. */
  readonly url: string | undefined;
  readonly problem: Error | null;
  readonly retry: () => void;
}

/** One picture, for as long as something shows it. */
export function usePicture(
  sessionId: string,
  document: StoredDocument | undefined,
  width?: number,
): ShownPicture {
  const fetchFor = useFetchPicture(sessionId);
  const { data, error, refetch }: UseQueryResult<Blob> = useQuery({
    // Its URL is no part of it: a new one is the same picture.
    queryKey: ['picture', document?.id, width ?? null],
    queryFn: ({ signal }) => {
      if (document === undefined) throw new Error('there is no picture');
      return fetchFor(document, { signal, ...(width === undefined ? {} : { width }) });
    },
    enabled: document !== undefined,
    staleTime: Infinity,
    // Nothing of it stays when nothing shows it.
    gcTime: 0,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [data]);
  return { url, problem: error, retry: () => void refetch() };
}

type FetchFor = (
  document: StoredDocument,
  wish: { readonly width?: number; readonly signal?: AbortSignal },
) => Promise<Blob>;

/** Fetches by signed URLs, and has the list asked for again when they have run out. */
export function useFetchPicture(sessionId: string): FetchFor {
  const { api } = useService();
  const client = useQueryClient();
  return (document, wish) => {
    const renew = async (): Promise<StoredDocument | undefined> => {
      const options = { params: { id: sessionId }, query: everything };
      const list = await client.query({
        queryKey: keyOf(listRoute, options),
        queryFn: () => api.request(listRoute, options),
        staleTime: 0,
      });
      return list.data.find(({ id }) => id === document.id);
    };
    return fetchPicture(api.send, document, renew, { isInline: isImage(document), ...wish });
  };
}
