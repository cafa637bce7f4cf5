import type { Raster } from '../../../../../shared/images/raster';
import type { DocumentPage } from './document-reader';
import type { TextBox } from '../ocr/text-boxes';
import type { TextFinder } from '../ocr/text-finder';
import { pagePicture } from './page-picture';

/** A page as pixels, and where there is text on it. */
export interface PageLook {
  readonly picture: Raster;
  readonly boxes: readonly TextBox[];
}

export type LookAtPage = (page: DocumentPage, signal: AbortSignal | undefined) => Promise<PageLook>;

/**
 * Decodes a page and finds its text once, whoever asks: for its zone, its barcode or its print. What was
 * seen is forgotten with the page.
 */
export function createPageLooks(finder: TextFinder): LookAtPage {
  const looks = new WeakMap<DocumentPage, PageLook>();
  return async (page, signal) => {
    const known = looks.get(page);
    if (known !== undefined) return known;
    const picture = await pagePicture(page.bytes);
    signal?.throwIfAborted();
    const look = { picture, boxes: await finder.find(picture) };
    looks.set(page, look);
    return look;
  };
}
