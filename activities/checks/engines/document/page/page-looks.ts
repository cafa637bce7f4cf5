import type { Raster } from '../../../../../shared/images/raster';
import type { DocumentPage } from './document-reader';
import type { TextBox } from '../ocr/text-boxes';
import type { TextFinder } from '../ocr/text-finder';
import { clarified, pagePicture } from './page-picture';

/** A page as pixels, and where there is text on it. */
export interface PageLook {
  readonly picture: Raster;
  readonly boxes: readonly TextBox[];
}

export type LookAtPage = (page: DocumentPage, signal: AbortSignal | undefined) => Promise<PageLook>;
export type LookCloser = (picture: Raster, signal: AbortSignal | undefined) => Promise<PageLook>;

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

/** The same picture clarified, once, whoever asks: for its zone or its print. Forgotten with the picture. */
export function createCloserLooks(finder: TextFinder): LookCloser {
  const looks = new WeakMap<Raster, PageLook>();
  return async (from, signal) => {
    const known = looks.get(from);
    if (known !== undefined) return known;
    const picture = await clarified(from);
    signal?.throwIfAborted();
    const look = { picture, boxes: await finder.find(picture) };
    looks.set(from, look);
    return look;
  };
}
