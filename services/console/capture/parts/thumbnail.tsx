import { useEffect, useState } from 'preact/hooks';
import type { CaptureApi } from '../server/capture-api';
import { Icon, type IconName } from './icons';

interface ThumbnailShape {
  readonly api: CaptureApi;
  /** Of the stored picture; null where there is none to show. */
  readonly documentId: string | null;
  readonly icon: IconName;
}

/** The person's own picture, small; a drawing while it loads, and where it cannot be shown. */
export function Thumbnail({ api, documentId, icon }: ThumbnailShape) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (documentId === null) return;
    let made: string | null = null;
    let isGone = false;
    api
      .picture(documentId)
      .then((blob) => {
        if (isGone || !blob.type.startsWith('image/')) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      setUrl(null);
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [api, documentId]);
  return (
    <span class="thumbnail" aria-hidden="true">
      {url === null ? <Icon name={icon} /> : <img src={url} alt="" />}
    </span>
  );
}
