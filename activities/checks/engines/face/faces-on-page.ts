import type { PageLook } from '../document/page/page-looks';
import type { FaceOnPage } from '../document/page-shape';
import type { FaceEngine } from './face-engine';

/** Where a document's page shows faces, in the page's own pixels. */
export async function facesOnPage(
  engine: FaceEngine,
  { picture: { width, height, data } }: PageLook,
): Promise<readonly FaceOnPage[]> {
  return engine.detectInPixels({ width, height, pixels: Buffer.from(data) });
}
